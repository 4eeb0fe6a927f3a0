package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Options")
class OptionsTest {

  private static final List<String> KNOWN = List.of("--steps N", "--text FILE", "--to FILE");

  @TempDir private Path folder;

  private static Options parse(String... args) {
    return Options.parse(KNOWN, args);
  }

  @Test
  @DisplayName("have the value that is given, or the standard one")
  void values() {
    assertThat(parse("--steps", "7").number("--steps", 5, 9)).isEqualTo(7);
    assertThat(parse("--steps", "9").number("--steps", 5, 9)).isEqualTo(9);
    assertThat(parse().number("--steps", 5, 9)).isEqualTo(5);
    assertThat(parse("--to", "x").value("--to")).contains("x");
    assertThat(parse().value("--to")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "--stops 5 ~ there is no option --stops; there are --steps N, --text FILE, --to FILE",
        "--step 5 ~ there is no option --step; there are --steps N, --text FILE, --to FILE",
        "--steps ~ --steps needs a value",
        "--steps 5 --steps 6 ~ --steps is there twice",
        "--steps 0 ~ --steps must be a whole number from 1 to 9, and was '0'",
        "--steps 10 ~ --steps must be a whole number from 1 to 9, and was '10'",
        "--steps -1 ~ --steps must be a whole number from 1 to 9, and was '-1'",
        "--steps 9999999999 ~ --steps must be a whole number from 1 to 9, and was '9999999999'"
      })
  @DisplayName("that are wrong are refused, with what would be right")
  void refused(String args, String message) {
    assertThatThrownBy(() -> parse(args.split(" ")).number("--steps", 5, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  @DisplayName("know which file can be written")
  void writable() {
    Path file = folder.resolve("new");
    assertThat(parse("--to", file.toString()).writable("--to")).contains(file);
    assertThat(parse().writable("--to")).isEmpty();
    for (Path wrong : new Path[] {folder, folder.resolve("no").resolve("such")}) {
      assertThatThrownBy(() -> parse("--to", wrong.toString()).writable("--to"))
          .hasMessage(
              "--to must name a file in a folder that can be written to, and was '%s'", wrong);
    }
  }

  @Test
  @DisplayName("name a text")
  void corpus() {
    assertThat(parse().corpus().name()).isEqualTo("Unicode names");
    assertThat(parse("--text", "grammar").corpus().name()).isEqualTo("grammar");
    assertThatThrownBy(() -> parse("--text", "/no/such").corpus())
        .hasMessage("there is no file /no/such");
  }
}
