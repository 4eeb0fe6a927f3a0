package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("The table of all methods")
class MainsTest {

  @ParameterizedTest
  @CsvSource({
    "0, --seeds must be a whole number from 1 to 100 and was 0",
    "101, --seeds must be a whole number from 1 to 100 and was 101",
    "-1, --seeds must be a whole number from 1 to 100 and was -1",
    "99999999999, --seeds is too large and was 99999999999",
    "five, --seeds must be a whole number and was five"
  })
  @DisplayName("refuses a number of seeds that makes no sense, in one line")
  void refused(String seeds, String message) {
    String expected = message.replace(" and was " + seeds, ", and was '" + seeds + "'");
    assertThat(Printed.by(new Alignment(() -> false), "--seeds", seeds))
        .isEqualTo(Printed.refusal(new Alignment(() -> false), expected));
  }

  @Test
  @DisplayName("that is cut short goes on from the runs that were kept, to the same table")
  void resumed(@TempDir Path folder) throws IOException {
    Entry entry = Lineup.strings().ppo("PPO", 3, Lineup.strings().usual());
    Setting setting = Lineup.strings().setting();
    List<Standing> whole = ends(entry, setting, 3, new Kept());
    Path file = folder.resolve("runs");
    assertThat(ends(entry, setting, 2, kept(file))).isEqualTo(whole.subList(0, 2));

    Kept kept = kept(file);
    assertThat(entry.stepsLeft(3, kept)).isEqualTo(3);
    assertThat(ends(entry, setting, 3, kept)).isEqualTo(whole);
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .allMatch(line -> line.startsWith("PPO, 3 steps, seed "));
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");

    // What is kept is taken, and not computed again.
    Files.writeString(file, "PPO, 3 steps, seed 1: 1.0 2.0 3.0 4.0E-5\n");
    assertThat(ends(entry, setting, 1, kept(file))).containsExactly(new Standing(1, 2, 3, 4e-5));
  }

  private static Kept kept(Path file) {
    Kept kept = new Kept(file.toString());
    kept.open();
    return kept;
  }

  private static List<Standing> ends(Entry entry, Setting setting, int seeds, Kept kept) {
    try (Ticks ticks = new Ticks(entry.stepsLeft(seeds, kept), 1, () -> false)) {
      return entry.ends(setting, seeds, ticks, kept);
    }
  }

  static Stream<Example> stopped() {
    return Stream.of(
        new Alignment(() -> true),
        new ThreeArms(() -> true),
        new Hacking(() -> true),
        new LabelledPairs(() -> true),
        new Reuse(() -> true));
  }

  @ParameterizedTest
  @MethodSource("stopped")
  @Tag("solutions")
  @DisplayName("stops before the next step, with a line that says where")
  void stop(Example example) {
    Printed printed = Printed.by(example);
    assertThat(printed.err()).matches(".*: stopped after 0 of [0-9]+ steps\\n");
    assertThat(printed.status()).isEqualTo(2);
  }

  @Test
  @DisplayName(
      "refuses to keep runs in what is no file of runs, in a line, and leaves it as it was")
  void foreign(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "PPO, 3 steps, seed 1: 1.0 2.0 3.0\n");
    assertKeepRefused(text, text + " wants lines as 'PPO, 150 steps, seed 1: 1.15 0.37 0.78 0.01'");
    assertThat(text).hasContent("PPO, 3 steps, seed 1: 1.0 2.0 3.0");
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 10});
    assertKeepRefused(bytes, bytes + " is not a text in UTF-8");
    String where = "--keep must name a file in a folder that can be written to, and was ";
    assertKeepRefused(folder, where);
    assertKeepRefused(folder.resolve("no/such"), where);
  }

  private static void assertKeepRefused(Path file, String reason) {
    Printed printed = Printed.by(new Alignment(() -> false), "--keep", file.toString());
    assertThat(printed.err()).startsWith("alignment: " + reason).hasLineCount(1);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.status()).isEqualTo(2);
  }
}
