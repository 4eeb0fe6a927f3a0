package workbook.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("Runs that are made again")
class AgainOptionTest {

  private record Square(int side, int area) {

    static Optional<Square> of(String line) {
      if (!line.matches("[0-9]{1,4},[0-9]{1,8}")) {
        return Optional.empty();
      }
      String[] parts = line.split(",");
      return Optional.of(new Square(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }

    String line() {
      return side + "," + area;
    }
  }

  private static final RunsTable<Square> TABLE =
      new RunsTable<>(AgainOptionTest.class, "squares.csv", Square::of, Square::line);

  private static final List<Square> RECORDED =
      List.of(new Square(1, 1), new Square(2, 4), new Square(10, 100));

  @TempDir private Path folder;

  private final List<Integer> made = new ArrayList<>();

  /// @param last the one at which it is stopped
  private List<Square> results(int last, String... arguments) {
    AgainOption again = new AgainOption();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(again)).parseArgs(arguments);
    return again.results(
        TABLE,
        List.of(1, 2, 10),
        String::valueOf,
        side -> {
          made.add(side);
          return side == last ? Optional.empty() : Optional.of(new Square(side, side * side));
        });
  }

  @Test
  @DisplayName("are not, unless it is asked for: then there is what was recorded")
  void recorded() {
    assertThat(TABLE.recorded()).isEqualTo(RECORDED);
    assertThat(results(0)).isEqualTo(RECORDED);
    assertThat(made).isEmpty();
  }

  /// A run whose name begins as another's is another.
  @Test
  @DisplayName("go on from the file, in which a result is kept as it comes")
  void resumed() throws IOException {
    Path file = folder.resolve("kept");
    assertThat(results(2, "--again", file.toString())).containsExactly(new Square(1, 1));
    assertThat(Files.readString(file)).isEqualTo("1,1\n");
    Files.writeString(file, "10,100");
    assertThat(results(0, "--again", file.toString()))
        .containsExactly(new Square(10, 100), new Square(1, 1), new Square(2, 4));
    assertThat(Files.readString(file)).isEqualTo("10,100\n1,1\n2,4\n");
    assertThat(made).containsExactly(1, 2, 1, 2);
  }

  @Test
  @DisplayName("leave a file of other lines as it was, and say what a line must be like")
  void foreign() throws IOException {
    Path file = Files.writeString(folder.resolve("diary"), "dear diary\n");
    assertThatThrownBy(() -> results(0, "--again", file.toString()))
        .isInstanceOf(Refusal.class)
        .hasMessage(file + " wants lines as '1,1', and has 'dear diary'");
    assertThat(Files.readString(file)).isEqualTo("dear diary\n");
    assertThat(made).isEmpty();
  }

  @Test
  @DisplayName("are not taken from a file that has two of one")
  void twice() throws IOException {
    Path file = Files.writeString(folder.resolve("kept"), "10,100\n1,1\n10,100\n");
    assertThatThrownBy(() -> results(0, "--again", file.toString()))
        .isInstanceOf(Refusal.class)
        .hasMessage(file + " has two lines of '10'");
    assertThat(Files.readString(file)).isEqualTo("10,100\n1,1\n10,100\n");
    assertThat(made).isEmpty();
  }

  @Test
  @DisplayName("are not begun where the file cannot be written")
  void unwritable() {
    assertThatThrownBy(() -> results(0, "--again", folder.resolve("no/such").toString()))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("--again must name a file in a folder that can be written to");
    assertThat(made).isEmpty();
  }
}
