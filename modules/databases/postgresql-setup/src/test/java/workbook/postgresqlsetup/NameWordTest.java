package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.lab.Printable;

@Exercise(
    id = "postgresql-setup/4",
    title = "A name, written into pg_hba.conf",
    hints = {
      "Which names read as something else: all, +staff, @file, a#b, a,b? What takes that from them?",
      "Quotes do, and a quote within is written twice. But one meaning stays within quotes: look at"
          + " HbaToken.isRegex.",
      "Throw IllegalArgumentException if the name has \\n, \\r or \\0. If it begins with /, make it"
          + " \"/^\" + the name with a backslash before each of \\ ^ $ . | ? * + ( ) [ ] { } + \"$\"."
          + " Then write every \" twice, and put a \" before and behind it."
    },
    chinese =
        @Exercise.Chinese(
            title = "把名字写进 pg_hba.conf",
            hints = {
              "哪些名字会被读成别的东西：all、+staff、@file、a#b、a,b？怎样去掉这些含义？",
              "加双引号；名字里的双引号要写两遍。但有一种含义在引号里依然有效：看看 HbaToken.isRegex。",
              "名字含有 \\n、\\r 或 \\0 时抛出 IllegalArgumentException。若以 / 开头，改成 \"/^\" + 名字（在 \\ ^ $ . | ? * + ( ) [ ] { } 前各加一个反斜杠）+ \"$\"。然后把每个 \" 写成两个，再在前后各加一个 \"。"
            }))
@DisplayName("Exercise 4: a name, written into pg_hba.conf")
class NameWordTest {

  private static final List<String> NAMES =
      List.of(
          "sales",
          "Sales",
          "all",
          "sameuser",
          "samerole",
          "samegroup",
          "replication",
          "+staff",
          "@file",
          "",
          "a b",
          "a\tb",
          "a\u000bb",
          "a\fb",
          "a\u0001b",
          "a\u2028b",
          "a,b",
          ",",
          "a#b",
          "#",
          "a\"b",
          "\"",
          "\"\"",
          "a\"",
          "\"a",
          "größe",
          "'",
          "a\\",
          "\\",
          "/",
          "/sales",
          "/a.c",
          "/a\"b",
          "/a b,c",
          "/^",
          "/$",
          "/(",
          "/[a]",
          "/a|b",
          "/a\\d",
          "/a{2}",
          "/a+",
          "/?",
          "/*",
          "x/y",
          "+",
          "@",
          "=",
          "include");

  @Test
  @DisplayName("stands for that name, among others on a line")
  void itself() throws HbaError {
    for (String name : NAMES) {
      assertStandsFor(name);
    }
  }

  @Test
  @DisplayName("stands for no other")
  void noOther() throws HbaError {
    for (String name : NAMES) {
      for (String other : NAMES) {
        assertOther(name, other);
      }
      assertOther(name, name + "x");
      assertOther(name, "x" + name);
      assertOther("/a.c", "/abc");
      assertOther("/a\\d", "/a1");
    }
  }

  @Test
  @DisplayName("random names of the letters that have a meaning")
  void random() throws HbaError {
    Random random = new Random(4);
    String letters = "ab/\"\\,# +@^$.*[](){}|?=";
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder name = new StringBuilder(random.nextBoolean() ? "/" : "");
      int length = 1 + random.nextInt(5);
      for (int j = 0; j < length; j++) {
        name.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertStandsFor(name.toString());
      names.add(name.toString());
    }
    for (int i = 0; i + 1 < names.size(); i++) {
      assertOther(names.get(i), names.get(i + 1));
    }
  }

  @Test
  @DisplayName("PostgreSQL's expressions have no \\Q…\\E, as Java's have")
  void dialect() {
    assertThat(NameWord.of("/a.c")).as("the word for /a.c").doesNotContain("\\Q");
  }

  @Test
  @DisplayName("what cannot be written is refused")
  void refused() {
    for (String name : List.of("a\nb", "\r", "a\0", "/\n", "a\n\nb", "\r\n", "\n\0")) {
      assertThatThrownBy(() -> NameWord.of(name), "the word for %s", Printable.of(name))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String word(String name) {
    try {
      return NameWord.of(name);
    } catch (RuntimeException e) {
      throw new AssertionError("the word for '%s': %s".formatted(Printable.of(name), e), e);
    }
  }

  private static void assertStandsFor(String name) throws HbaError {
    String line = "host %s %1$s all trust".formatted(word(name));
    assertThat(matches(line, name))
        .as("whether %s stands for %s", Printable.of(line), Printable.of(name))
        .isEqualTo(true);
  }

  private static void assertOther(String name, String other) throws HbaError {
    if (!name.equals(other)) {
      // In each column alone, too: a keyword in one of them hides behind a name in the other.
      for (String columns :
          List.of("host %s %1$s all trust", "host %s all all trust", "host all %s all trust")) {
        String line = columns.formatted(word(name));
        assertThat(matches(line, other))
            .as("whether %s stands for %s", Printable.of(line), Printable.of(other))
            .isEqualTo(false);
      }
    }
  }

  /// By the code that HbaViewTest and DecisionsTest compare with the server.
  private static boolean matches(String line, String name) throws HbaError {
    HbaTokenizer tokenizer = new HbaTokenizer(line);
    List<List<HbaToken>> fields = new ArrayList<>();
    while (!tokenizer.atEnd()) {
      List<HbaToken> field =
          tokenizer.field(file -> List.of(new HbaToken("a file: " + file, true)));
      if (!field.isEmpty()) {
        fields.add(field);
      }
    }
    HbaFile.Entry entry =
        HbaParser.parse(
            new HbaLine(Path.of("pg_hba.conf"), 1, line, fields, null), Build.everything());
    if (entry.rule() == null) {
      return false;
    }
    FirstMatch match =
        new FirstMatch(new Roles(Map.of(name, Set.of("staff"))), Surroundings.here());
    IpAddress client = IpAddress.mask(0, 4);
    return match
        .whyNot(entry.rule(), new Request(name, name, client, false, false, false))
        .isEmpty();
  }
}
