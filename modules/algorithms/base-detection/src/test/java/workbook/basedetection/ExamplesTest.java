package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("Every example of base-detection")
class ExamplesTest {

  enum Of {
    BASE_DETECTION("base-detection", BaseDetection::new, "P Q R", "6", "9", "42"),
    CARRIES("base-detection/carries", Carries::new, "P Q R", "6", "9", "42"),
    CENSUS("base-detection/census", Census::new, "VALUES", "5"),
    LARGE("base-detection/large", Large::new, "DIGITS", "5");

    private final String name;
    private final Supplier<Example> example;
    private final String taken;
    private final String[] arguments;

    Of(String name, Supplier<Example> example, String taken, String... arguments) {
      this.name = name;
      this.example = example;
      this.taken = taken;
      this.arguments = arguments;
    }

    Printed run(String... more) {
      return Printed.by(example.get(), more);
    }

    Printed runWith(String... more) {
      String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
      System.arraycopy(more, 0, all, arguments.length, more.length);
      return run(all);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("runs, and answers --help")
  void help(Of example) {
    assertThat(example.runWith().status()).isZero();
    Printed printed = example.run("--help");
    assertThat(printed.status()).isZero();
    assertThat(printed.out()).startsWith("Usage: ./workbook run " + example.name + " ");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("refuses a surplus argument and an unknown option")
  void refuses(Of example) {
    assertRefused(
        example,
        example.runWith("7"),
        "there is no place for '7'; what is taken: " + example.taken);
    assertRefused(example, example.runWith("--base", "7"), "there is no option --base; there are");
  }

  @ParameterizedTest
  @EnumSource(names = {"CENSUS", "LARGE"})
  @DisplayName("takes ASCII digits only")
  void digits(Of example) {
    assertRefused(
        example, example.run("５"), example.taken + " must be a whole number, and was '５'");
  }

  @ParameterizedTest
  @EnumSource(names = "BASE_DETECTION")
  @DisplayName("refuses an option that comes twice, and another script's digits")
  void option(Of example) {
    assertRefused(
        example,
        example.runWith("--limit", "9", "--limit", "8"),
        "option '--limit' (N) should be specified only once");
    assertRefused(
        example, example.runWith("--limit", "４０"), "--limit must be a whole number, and was '４０'");
  }

  private static void assertRefused(Of example, Printed printed, String message) {
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).startsWith(example.name + ": " + message);
    assertThat(printed.err().lines()).as("lines on standard error").hasSize(1);
  }
}
