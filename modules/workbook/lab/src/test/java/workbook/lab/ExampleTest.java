package workbook.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@DisplayName("An example with options")
class ExampleTest {

  @Command(name = "stairs", description = "Climbs.")
  private static final class Stairs implements Example {

    @Parameters(paramLabel = "N", arity = "0..1", description = "The number of steps.")
    private int n = 46;

    @Option(names = "--from", paramLabel = "FLOOR", description = "Where it begins.")
    private long from = 1;

    @Option(names = "--rise", paramLabel = "CM", description = "Of a step.")
    private double rise = 17.5;

    @Override
    public int run(PrintStream out) {
      if (n == 13) {
        throw new Refusal("step 13 is missing; take the lift");
      }
      if (n == 14) {
        Refusal refusal = new Refusal("step 14 is loose");
        refusal.addSuppressed(new Refusal("the hammer is lost"));
        throw refusal;
      }
      Example.between("--from", from, 0, 9);
      out.printf("%d from %d, %.2f cm each%n", n, from, rise);
      return n == 7 ? 1 : 0;
    }
  }

  private record Run(int status, String out, String err) {
    static Run of(String arguments) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int status =
          Example.run(
              new Stairs(),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              arguments.isEmpty() ? new String[0] : arguments.split(" "));
      return new Run(
          status,
          out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"),
          err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }
  }

  @Test
  @DisplayName("takes them, or does without, and gives its own status")
  void takes() {
    assertThat(Run.of("")).isEqualTo(new Run(0, "46 from 1, 17.50 cm each\n", ""));
    assertThat(Run.of("5 --from 2 --rise .16e2"))
        .isEqualTo(new Run(0, "5 from 2, 16.00 cm each\n", ""));
    assertThat(Run.of("7").status()).isEqualTo(1);
  }

  /// In Egypt's Arabic, numbers are ٤٦ and ١٧٫٥٠.
  @Test
  @DisplayName("prints the same digits in every country")
  void digits() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat("%d".formatted(46)).as("the locale has digits of its own").isEqualTo("٤٦");
      Example.main(new Stairs());
    } finally {
      System.setOut(out);
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("46 from 1, 17.50 cm each\n");
  }

  @Test
  @DisplayName("answers --help, whatever else is there")
  void help() {
    assertThat(Run.of("--help 5").status()).isZero();
    assertThat(Run.of("--help").out())
        .contains(
            "Usage: ./workbook run stairs [-h] [--from=FLOOR] [--rise=CM] [N]",
            "Climbs.",
            "--from");
  }

  @Test
  @DisplayName("says also what failed after a refusal")
  void suppressed() {
    assertThat(Run.of("14"))
        .isEqualTo(new Run(2, "", "stairs: step 14 is loose\nstairs: the hammer is lost\n"));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("says in one line what is wrong, and runs nothing")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          46 47           | there is no place for '47'; what is taken: N
          --form 2        | there is no option --form; there are --from, --rise, --help
          --from          | --from needs a value: --from FLOOR
          --from 1 --from 2 | --from stands twice, and is taken once
          --from x        | --from must be a whole number, and was 'x'
          --from 10       | --from must be a whole number from 0 to 9, and was '10'
          --rise abc      | --rise must be a number, and was 'abc'
          --rise NaN      | --rise must be a number, and was 'NaN'
          --rise 1f       | --rise must be a number, and was '1f'
          --rise 0x1p4    | --rise must be a number, and was '0x1p4'
          --rise 1e       | --rise must be a number, and was '1e'
          ٤٦              | N must be a whole number, and was '٤٦'
          1.5             | N must be a whole number, and was '1.5'
          99999999999     | N is too large, and was '99999999999'
          13              | step 13 is missing; take the lift
          """)
  void refuses(String arguments, String reason) {
    assertThat(Run.of(arguments)).isEqualTo(new Run(2, "", "stairs: " + reason + "\n"));
  }

  @Test
  @DisplayName("says it in one line, too, where what is wrong has several")
  void severalLines() {
    assertThat(Run.of("4\n6").err())
        .isEqualTo("stairs: N must be a whole number, and was '4\\u000a6'\n");
  }
}
