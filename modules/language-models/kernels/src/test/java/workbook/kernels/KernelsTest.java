package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.lab.Example;
import workbook.topictest.Jvm;
import workbook.topictest.Printed;

@DisplayName("The examples")
class KernelsTest {

  private static final String NO_VECTORS =
      "kernels: no Vector API, so plain loops do the work, several times slower; start java with"
          + " --add-modules jdk.incubator.vector\n";

  private static final String HERE = Printed.by(new SameBits()).out();

  @Test
  @Tag("solutions")
  @DisplayName("same-bits finds the same bits, here and with vectors of 512, 256 and 128 bits")
  void sameBits() throws IOException, InterruptedException {
    assertThat(HERE.lines().skip(1))
        .hasSameSizeAs(SameBits.Operation.values())
        .allMatch(line -> line.split("same").length == 3);
    // The widest are those of this JVM.
    int[] narrower =
        IntStream.of(64, 32, 16).filter(bytes -> bytes < Species.BEST.vectorByteSize()).toArray();
    List<Process> started = new ArrayList<>();
    for (int bytes : narrower) {
      started.add(start("-XX:MaxVectorSize=" + bytes, "--add-modules", "jdk.incubator.vector"));
    }
    for (int i = 0; i < narrower.length; i++) {
      assertThat(printed(started.get(i)))
          .as("vectors of %d bytes at most", narrower[i])
          .isEqualTo(HERE);
    }
  }

  @Test
  @DisplayName("without the Vector API the bits are the same too, and one line says so")
  void withoutVectors() throws IOException, InterruptedException {
    assertThat(printed(start()))
        .isEqualTo(
            NO_VECTORS
                + HERE.lines()
                    .map(
                        line -> line.replaceFirst("(?<=[0-9a-f]{8}     )same   ", "none   ") + "\n")
                    .reduce("", String::concat));
  }

  /// Runs `same-bits` in a JVM of its own.
  private static Process start(String... options) throws IOException {
    return Jvm.with(List.of(options), SameBits.class).redirectErrorStream(true).start();
  }

  /// What it printed, but for the JVM's own warnings.
  private static String printed(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output
        .lines()
        .filter(line -> !line.matches("(WARNING|OpenJDK .* warning): .*"))
        .map(line -> line + "\n")
        .reduce("", String::concat);
  }

  @Test
  @DisplayName("traffic counts the loads and stores that the loops make")
  void loadsAndStores() {
    int n = 96;
    long each = 64L * n * n; // multiply-adds for 64 rows of c
    // Naive: an element of a and of b each; c once for n terms (its store).
    assertThat(counted(n, Traffic::naive).accesses()).isEqualTo(2 * each + 64L * n);
    // Reordered: b, c, and c again each; a once for n columns. Blocked: a once in each of 2 blocks.
    assertThat(counted(n, Traffic::reordered).accesses()).isEqualTo(3 * each + each / n);
    assertThat(counted(n, Traffic::blocked).accesses()).isEqualTo(3 * each + 2 * each / n);
    // Vectors do 16 columns at once.
    assertThat(counted(n, Traffic::vectorised).accesses()).isEqualTo(3 * each / 16 + each / n);
    // A step of a tile, 8 x 32 multiply-adds: 2 vectors and 8 floats. Its 16 vectors of c are
    // loaded and stored once a slice, and there is one slice.
    assertThat(counted(n, Traffic::tiled).accesses()).isEqualTo(each / 256 * 10 + 64L * n / 16 * 2);
  }

  @Test
  @DisplayName("traffic finds that down a column every step fetches a line")
  void columns() {
    // 736 lines of 64 bytes are 46 KB: by the next column the first are gone.
    assertThat(missesPerMultiplyAdd(736, Traffic::naive)).isCloseTo(1 + 0.03, within(0.02));
    // Along the rows, b comes by once for each row of c: a line for 16 floats.
    assertThat(missesPerMultiplyAdd(352, Traffic::reordered)).isCloseTo(1 / 16.0, within(0.001));
    // A block of b is fetched once for 64 rows: a line for 16 x 64 multiply-adds, and as much for c
    // and a.
    assertThat(missesPerMultiplyAdd(352, Traffic::blocked)).isCloseTo(3 / 1024.0, within(0.001));
  }

  private static double missesPerMultiplyAdd(int n, Consumer<Traffic> rung) {
    return counted(n, rung).misses() / (64.0 * n * n);
  }

  private static Traffic counted(int n, Consumer<Traffic> rung) {
    Traffic traffic = new Traffic(n, 64);
    rung.accept(traffic);
    return traffic;
  }

  @Test
  @DisplayName("the cache keeps the 8 lines of a set that were used last")
  void cache() {
    Cache cache = new Cache();
    // Every 4096 bytes the same set comes round: 64 sets of 64 bytes.
    IntStream.range(0, 8).forEach(i -> cache.access(4096L * i));
    assertThat(cache.misses()).isEqualTo(8);
    cache.access(60); // the line of 0, which is now the one used last
    assertThat(cache.misses()).isEqualTo(8);
    cache.access(4096L * 8); // 4096 has to go
    cache.access(0);
    assertThat(cache.misses()).isEqualTo(9);
    cache.access(4096);
    assertThat(cache.misses()).isEqualTo(10);
    cache.access(64); // another set
    assertThat(cache.misses()).isEqualTo(11);
    assertThat(cache.accesses()).isEqualTo(13);
  }

  @Test
  @DisplayName("kernels measures every rung")
  void ladder() {
    Printed printed = Printed.by(new Kernels(0), "16");
    assertThat(printed.status()).isZero();
    assertThat(printed.out().lines().toList())
        .startsWith("c = a b with 16 x 16 floats: 2 x 16^3 operations")
        .anyMatch(line -> line.matches("naive +[0-9.]+  1"))
        .anyMatch(line -> line.matches("tiled +[0-9.]+  [0-9]+"))
        .hasSizeGreaterThanOrEqualTo(3 + 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2049", "-1", "x", "", "٥١٢", "99999999999"})
  @DisplayName("refuse a size that is no whole number from 1 to 2048, in ASCII digits")
  void sizes(String wrong) {
    assertRefused(new Kernels(0), "and was '" + wrong, wrong);
    assertRefused(new Traffic(), "and was '" + wrong, wrong);
  }

  private static void assertRefused(Example example, String reason, String... arguments) {
    Printed printed = Printed.by(example, arguments);
    assertThat(printed.status()).as("status of %s", List.of(arguments)).isEqualTo(2);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).startsWith("kernels").contains(reason).hasLineCount(1);
  }
}
