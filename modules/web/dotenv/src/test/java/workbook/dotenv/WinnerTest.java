package workbook.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "dotenv/1",
    title = "Which file wins",
    hints = {
      "There are four files, and one order. Which of them do you want to look into first?",
      "`.env.local` is weaker than `.env.staging`. A variable that is set to nothing is set.",
      "Refuse the mode local. Go through .env.[mode].local, .env.[mode], .env.local and .env in this"
          + " order, and return the first whose map contains the variable as a key; where there is no"
          + " map for a file, go on. At the end return an empty string."
    },
    chinese =
        @Exercise.Chinese(
            title = "哪个文件生效",
            hints = {
              "文件有四个，顺序只有一种。你想先看哪一个？",
              "`.env.local` 的优先级低于 `.env.staging`。设成空值也算设置了。",
              "先拒绝名为 local 的模式。依次查看 .env.[mode].local、.env.[mode]、.env.local、.env，返回第一个以该变量为键的文件；某个文件没有对应的 map 就跳过。都没有则返回空字符串。"
            }))
@DisplayName("Exercise 1: which file wins")
class WinnerTest {

  private static final List<String> STAGING =
      List.of(".env", ".env.local", ".env.staging", ".env.staging.local");

  @Test
  @DisplayName("of any of the sixteen choices of files, the last in Vite's order")
  void order() {
    // The order is that of Vite's documentation, "Env Variables and Modes".
    for (int subset = 0; subset < 16; subset++) {
      Map<String, Map<String, String>> files = new HashMap<>();
      String last = "";
      for (int i = 0; i < 4; i++) {
        boolean sets = (subset >> i & 1) == 1;
        files.put(STAGING.get(i), sets ? Map.of("A", "1") : Map.of("B", "1"));
        last = sets ? STAGING.get(i) : last;
      }
      assertWinner("A", "staging", files, last);
    }
  }

  @Test
  @DisplayName("the files of another mode are not read")
  void otherModes() {
    Map<String, Map<String, String>> files =
        Map.of(
            ".env", Map.of("A", "1"),
            ".env.production", Map.of("A", "2"),
            ".env.production.local", Map.of("A", "3"));
    assertWinner("A", "staging", files, ".env");
    assertWinner("A", "production", files, ".env.production.local");
    assertWinner("A", "staging", Map.of(".env.production", Map.of("A", "1")), "");
  }

  @Test
  @DisplayName("the order is not that of the alphabet: .env.beta stands above .env.local")
  void alphabet() {
    Map<String, Map<String, String>> files =
        Map.of(".env.local", Map.of("A", "1"), ".env.beta", Map.of("A", "2"));
    assertWinner("A", "beta", files, ".env.beta");
  }

  @Test
  @DisplayName("capitals count, in a variable, a mode and the word local")
  void capitals() {
    assertWinner("A", "staging", Map.of(".env", Map.of("a", "1")), "");
    assertWinner("A", "Beta", Map.of(".env.Beta", Map.of("A", "1")), ".env.Beta");
    assertWinner("A", "Local", Map.of(".env", Map.of("A", "1")), ".env");
  }

  @Test
  @DisplayName("an empty value is a value")
  void empty() {
    Map<String, Map<String, String>> files =
        Map.of(".env", Map.of("A", "1"), ".env.staging", Map.of("A", ""));
    assertWinner("A", "staging", files, ".env.staging");
  }

  @Test
  @DisplayName("no file, no winner")
  void none() {
    assertWinner("A", "staging", Map.of(), "");
  }

  @Test
  @DisplayName("a mode called local is refused, one that only ends so is not")
  void local() {
    assertThatThrownBy(() -> Winner.of("A", "local", Map.of()), "mode local")
        .isInstanceOf(IllegalArgumentException.class);
    assertWinner("A", "my.local", Map.of(".env.my.local", Map.of("A", "1")), ".env.my.local");
  }

  private static void assertWinner(
      String variable, String mode, Map<String, Map<String, String>> files, String expected) {
    assertThat(Winner.of(variable, mode, files))
        .as("the file for %s in mode %s of %s", variable, mode, new java.util.TreeMap<>(files))
        .isEqualTo(expected);
  }
}
