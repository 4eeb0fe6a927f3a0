package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The loop of model and calculator")
class ToolLoopTest {

  private static ToolLoop.Written run(String... pieces) {
    return ToolLoop.run(Writer.script(pieces), Calculator::answer, "");
  }

  @Test
  @DisplayName("stops the model at its call, throws its guess away, and lets it go on")
  void stops() {
    ToolLoop.Written written = run("It is [2+2=5], as I", " said", ".");
    assertThat(written.text()).isEqualTo("It is [2+2=4] said.");
    assertThat(written.thrownAway()).isEqualTo("5], as I");
    assertThat(written.parts())
        .containsExactly(
            new ToolLoop.Part("It is [2+2=", false),
            new ToolLoop.Part("4]", true),
            new ToolLoop.Part(" said.", false));
  }

  @Test
  @DisplayName("gives the model the tool's answer to read before it goes on")
  void reads() {
    List<String> read = new ArrayList<>();
    Writer writer =
        text -> {
          read.add(text);
          return text.endsWith("]") ? "." : text.endsWith(".") ? "" : "[6*7=";
        };
    ToolLoop.run(writer, Calculator::answer, "Q: ");
    assertThat(read).containsExactly("Q: ", "Q: [6*7=42]", "Q: [6*7=42].");
  }

  @ParameterizedTest
  @CsvSource({
    "1/0, error: division by 0",
    "0/0, error: division by 0",
    "7/2, error: not a whole number",
    "9223372036854775807+1, error: overflow",
    "9223372036854775807*9223372036854775807, error: overflow",
    "-9223372036854775808/-1, error: overflow",
    "1+2+3, error: wants two numbers and + - * or /",
    "two+2, error: not a sum of digits",
    "١+٢, error: not a sum of digits",
    "'', error: wants two numbers and + - * or /",
    "+, error: wants two numbers and + - * or /",
  })
  @DisplayName("answers a bad call by one line")
  void malformed(String call, String answer) {
    assertThat(run("[" + call + "=").text()).isEqualTo("[" + call + "=" + answer + "]");
  }

  @Test
  @DisplayName("answers calls that do not end, or not in time, or hold another")
  void endless() {
    assertThat(run("[1+1").text()).isEqualTo("[1+1error: the call has no end]");
    assertThat(run("[1+1]", "!").text()).isEqualTo("[1+1]error: the call has no equals sign]!");
    assertThat(run("[1+[2+2=4]").text()).isEqualTo("[1+[error: a call within a call]");
    assertThat(run("[" + "1".repeat(1000)).text())
        .hasSizeLessThan(100)
        .endsWith("error: the call is too long]");
    assertThat(ToolLoop.run(_ -> "[1+1=", Calculator::answer, "").text())
        .as("a model that calls for ever")
        .hasSizeLessThan(ToolLoop.LONGEST + 100);
  }

  /// All that a call may be made of, at random.
  @Test
  @DisplayName("survives random calls, each with one line and no mark in the answer")
  void random() {
    String alphabet = "0123456789+-*/=[] .x\n١\"'%\\{}";
    for (int seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder call = new StringBuilder("[");
      random
          .ints(random.nextInt(80), 0, alphabet.length())
          .forEach(i -> call.append(alphabet.charAt(i)));
      ToolLoop.Written written = run(call.toString());
      assertThat(written.parts().stream().filter(ToolLoop.Part::tool))
          .as("seed %d: %s", seed, call)
          .isNotEmpty()
          .allSatisfy(part -> assertThat(part.text()).matches("[^\\[=\\n\\]]*\\]"));
    }
  }

  @Test
  @DisplayName("takes what looks like a call in a prompt, as in a text that was found, for text")
  void prompt() {
    List<String> calls = new ArrayList<>();
    ToolLoop.Written written =
        ToolLoop.run(
            Writer.script("It is [1+1=", "."),
            call -> {
              calls.add(call);
              return "2";
            },
            "found: [9*9= and [8*8=64] and [7+");
    assertThat(calls).containsExactly("1+1");
    assertThat(written.text()).isEqualTo("It is [1+1=2].");
  }

  @Test
  @DisplayName("does not run what a tool answers")
  void answers() {
    List<String> calls = new ArrayList<>();
    ToolLoop.run(
        Writer.script("[1+1=", "."),
        call -> {
          calls.add(call);
          return "[9*9=";
        },
        "");
    assertThat(calls).containsExactly("1+1");
  }

  /// Of the call counts the call and what comes behind the answer.
  @Test
  @DisplayName("masks the tool's answer from the loss")
  void masked() {
    Sums.Pair pair = new Sums.Pair(12345678, 87654321);
    String text = pair.prompt() + Sums.CALL.answer(pair);
    assertThat(text).isEqualTo("12345678+87654321:[12345678+87654321=99999999].");
    assertThat(counted(text, Sums.CALL.row(pair))).isEqualTo("[12345678+87654321=.");
    assertThat(counted(text, Sums.UNMASKED.row(pair))).isEqualTo("[12345678+87654321=99999999].");
    assertThat(counted("12345678+87654321:99999999.", Sums.ALONE.row(pair))).isEqualTo("99999999.");
  }

  private static String counted(String text, Learned.Row row) {
    StringBuilder counted = new StringBuilder();
    for (int i = 0; i < row.counts().length; i++) {
      counted.append(row.counts()[i] ? text.substring(i, i + 1) : "");
    }
    return counted.toString();
  }
}
