package workbook.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A measurement in turns")
class TurnsTest {

  @Test
  @DisplayName("gives the median of each side, and that of the ratios, which is another number")
  void medians() {
    Turns turns = new Turns();
    turns.add(1, 4);
    turns.add(2, 6);
    turns.add(10, 5);
    assertThat(turns.here()).isEqualTo(2);
    assertThat(turns.there()).isEqualTo(5);
    // 4, 3 and 0.5.
    assertThat(turns.times()).isEqualTo(3);
  }

  @Test
  @DisplayName("names the processor as Linux does, and if it does not, the architecture")
  void processor(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cpuinfo"), "processor\t: 0\nmodel name\t: Some CPU @ 3 GHz\n");
    assertThat(Processor.model(file)).contains("Some CPU @ 3 GHz");
    assertThat(Processor.model(Files.writeString(file, "processor : 0\nmodel name :\n"))).isEmpty();
    assertThat(Processor.model(folder.resolve("none"))).isEmpty();
    assertThat(Processor.name()).isNotEmpty();
  }
}
