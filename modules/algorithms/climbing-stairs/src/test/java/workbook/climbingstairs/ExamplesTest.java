package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("Every example of climbing-stairs")
class ExamplesTest {

  enum Of {
    CLIMBING_STAIRS("climbing-stairs", ClimbingStairs::new),
    WAYS("climbing-stairs/ways", Ways::new);

    private final String name;
    private final Supplier<Example> example;

    Of(String name, Supplier<Example> example) {
      this.name = name;
      this.example = example;
    }

    Printed run(String... arguments) {
      return Printed.by(example.get(), arguments);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("answers --help")
  void help(Of example) {
    Printed printed = example.run("--help");
    assertThat(printed.status()).isZero();
    assertThat(printed.out()).startsWith("Usage: ./workbook run " + example.name + " ");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("refuses surplus, unknown and repeated arguments and other scripts' digits")
  void refuses(Of example) {
    assertRefused(example, "there is no place for '6'; what is taken: N", "5", "6");
    assertRefused(example, "there is no option --step;", "--step", "3");
    assertRefused(
        example,
        "option '--steps' (SIZES) should be specified only once",
        "--steps",
        "1,2",
        "--steps",
        "1,3");
    assertRefused(example, "N must be a whole number, and was '４'", "４");
    assertRefused(
        example,
        "--steps must be sizes from 1 to 100 such as 1,3,5 or 1..6, and was '１,3'",
        "--steps",
        "１,3");
  }

  private static void assertRefused(Of example, String message, String... arguments) {
    Printed printed = example.run(arguments);
    assertThat(printed.status()).as("status of %s", (Object) arguments).isEqualTo(2);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).startsWith(example.name + ": " + message);
    assertThat(printed.err().lines()).as("lines on standard error").hasSize(1);
  }
}
