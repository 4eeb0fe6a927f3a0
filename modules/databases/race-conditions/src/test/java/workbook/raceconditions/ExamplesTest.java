package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("Every example of race-conditions")
class ExamplesTest {

  enum Of {
    RACE_CONDITIONS("race-conditions", RaceConditions::new),
    TWO_WITHDRAWALS("race-conditions/two-withdrawals", TwoWithdrawals::new);

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
  @DisplayName("refuses surplus, unknown and repeated arguments")
  void refuses(Of example) {
    assertRefused(example, "there is no place for ", "optimistic", "x");
    assertRefused(example, "there is no option --form-of; ", "--form-of", "x");
    assertRefused(
        example,
        "option '--level' (LEVEL) should be specified only once",
        "--level",
        "serializable",
        "--level",
        "serializable");
    assertRefused(example, "there is no level 'high'; there are ", "--level", "high");
  }

  @ParameterizedTest
  @EnumSource(names = "RACE_CONDITIONS")
  @DisplayName("takes ASCII digits only")
  void digits(Of example) {
    assertRefused(example, "--rounds must be a whole number, and was '５'", "--rounds", "５");
  }

  private static void assertRefused(Of example, String message, String... arguments) {
    Printed printed = example.run(arguments);
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).startsWith(example.name + ": " + message);
    assertThat(printed.err().lines()).as("lines on standard error").hasSize(1);
  }
}
