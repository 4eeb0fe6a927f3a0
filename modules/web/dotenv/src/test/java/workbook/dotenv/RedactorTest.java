package workbook.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "dotenv/3",
    title = "Secrets do not belong in a log",
    hints = {
      "What happens if one value is the beginning of another? And if a name looks like a value?",
      "Replacing one value after the other searches what was written before. Walk through the text"
          + " once instead, and ask at each place which values begin there.",
      "Leave out empty values; sort the others by length, the longest first, and then by name. From"
          + " left to right: if the text starts with a value at this place, append [NAME] and go on"
          + " behind the value; if not, append the character and go on behind it."
    },
    chinese =
        @Exercise.Chinese(
            title = "日志里不能有密钥",
            hints = {
              "如果一个值是另一个值的开头，会怎样？如果某个变量名看起来像一个值呢？",
              "逐个值替换，会搜到自己刚写进去的内容。改为只走一遍文本，在每个位置问：哪些值从这里开始？",
              "去掉空值；其余按长度从长到短排序，长度相同按名字排序。从左往右：若文本在此处以某个值开头，就追加 [NAME]，并跳到该值之后；否则追加这个字符，前进一位。"
            }))
@DisplayName("Exercise 3: secrets do not belong in a log")
class RedactorTest {

  @Test
  @DisplayName("each place, and nothing else")
  void each() {
    assertRedacted(
        "connect postgres://shop:s3cret@db, s3cret again",
        secrets("DB_PASSWORD", "s3cret"),
        "connect postgres://shop:[DB_PASSWORD]@db, [DB_PASSWORD] again");
    assertRedacted("nothing here", secrets("A", "s3cret"), "nothing here");
    assertRedacted("", secrets("A", "s3cret"), "");
    assertRedacted("as it was", secrets(), "as it was");
  }

  @Test
  @DisplayName("of two that begin at the same place, the longer, in whatever order they are given")
  void longer() {
    assertRedacted("abcd", secrets("A", "ab", "B", "abcd"), "[B]");
    assertRedacted("abcd", secrets("B", "abcd", "A", "ab"), "[B]");
    assertRedacted("abc", secrets("B", "abcd", "A", "ab"), "[A]c");
  }

  @Test
  @DisplayName("of two that overlap, the one that begins first")
  void overlap() {
    assertRedacted("xabcy", secrets("A", "ab", "B", "bcy"), "x[A]cy");
  }

  @Test
  @DisplayName("a name that holds another's value is not replaced itself")
  void names() {
    assertRedacted("k1 k2", secrets("KEY", "k1", "X", "KEY", "Y", "k2"), "[KEY] [Y]");
    assertRedacted("k2 k1", secrets("X", "k1", "Y", "X", "Z", "k2"), "[Z] [X]");
  }

  @Test
  @DisplayName("an empty value is left alone")
  void empty() {
    assertRedacted("abc", secrets("E", "", "B", "b"), "a[B]c");
  }

  @Test
  @DisplayName("a value is replaced where it stands as it is: blanks and capitals count")
  void exact() {
    assertRedacted("a b", secrets("BLANK", " "), "a[BLANK]b");
    assertRedacted("pw pw ", secrets("A", "pw "), "[A][A]");
    assertRedacted("xpwx", secrets("A", " pw "), "xpwx");
    assertRedacted("S3cret s3cret", secrets("dbPassword", "s3cret"), "S3cret [dbPassword]");
    assertRedacted("first\nlast", secrets("A", "s3cret"), "first\nlast");
  }

  @Test
  @DisplayName("the same value twice: the first name in the alphabet")
  void twice() {
    assertRedacted("v", secrets("B", "v", "A", "v"), "[A]");
  }

  @Test
  @DisplayName("a value is no pattern, and neither is a name")
  void patterns() {
    assertRedacted("a.c abc $1", secrets("A", "a.c", "B", "$1"), "[A] abc [B]");
    assertRedacted("x\\Ey", secrets("A$1", "\\E"), "x[A$1]y");
  }

  @Test
  @DisplayName("a value of several lines")
  void lines() {
    assertRedacted("<1\n2>", secrets("PEM", "1\n2"), "<[PEM]>");
  }

  private static Map<String, String> secrets(String... namesAndValues) {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      secrets.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return secrets;
  }

  private static void assertRedacted(String text, Map<String, String> secrets, String expected) {
    assertThat(Redactor.redacted(text, secrets))
        .as("%s with %s", text, secrets)
        .isEqualTo(expected);
  }
}
