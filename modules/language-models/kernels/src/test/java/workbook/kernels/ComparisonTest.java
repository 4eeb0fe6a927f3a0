package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.lab.Processor;
import workbook.topictest.Canned;
import workbook.topictest.Jvm;
import workbook.topictest.Printed;

@DisplayName("The comparison")
class ComparisonTest {

  @Test
  @DisplayName("says in one line that there is no such Python, and ends with 2")
  void noPython() {
    Printed printed = Printed.by(new Comparison(1, 0, false), "no-such-python");
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err())
        .startsWith("kernels/comparison: ")
        .endsWith("give a Python that has torch and numpy, and not 'no-such-python'\n")
        .hasLineCount(1);
  }

  @Test
  @DisplayName("says so too where a program starts and does not answer")
  void noAnswer() {
    Printed printed = Printed.by(new Comparison(1, 0, false), Jvm.program());
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err()).contains("Python ended without an answer: give a Python");
  }

  /// 2 · 8 · 16 · 4 operations in 1000 ns are 1.0 GF/s, and 2 · 4 · 8 · 8 are 0.5.
  @Test
  @DisplayName("prints a line for each product, and the geometric mean of the ratios")
  void report(@TempDir Path folder) throws IOException {
    String python = Canned.program(folder, "Some library 9.9", "", "1000");
    Comparison small = new Comparison(1, 0, true, new int[] {8, 16, 4}, new int[] {4, 8, 8});
    Printed printed = Printed.by(small, "--threads=2", python);
    assertThat(printed.err()).isEmpty();
    List<String> lines = printed.out().lines().toList();
    assertThat(lines.subList(0, 5))
        .containsExactly(
            "Some library 9.9",
            "Some library 9.9, as it comes, and told to use AVX-512",
            Processor.name(),
            "",
            "GF/s, threads: 2       here  PyTorch  OpenBLAS  AVX-512");
    assertThat(lines.get(5))
        .matches("ab      8   16    4 +\\d+\\.\\d      1\\.0      1\\.0      1\\.0");
    assertThat(lines.get(10))
        .matches("ab'     4    8    8 +\\d+\\.\\d      0\\.5      0\\.5      0\\.5");
    assertThat(lines.get(11)).matches("here / it, geometric mean  ( +\\d+\\.\\d\\d)\\1\\1");
    assertThat(lines).hasSize(12);
  }

  /// OpenBLAS that is told to use it would end there with an illegal instruction.
  @Test
  @DisplayName("asks nobody for AVX-512 where the processor has none")
  void withoutAvx512(@TempDir Path folder) throws IOException {
    String python = Canned.program(folder, "Some library 9.9", "", "1000");
    Comparison small = new Comparison(1, 0, false, new int[] {8, 16, 4});
    Printed printed = Printed.by(small, python);
    assertThat(printed.err()).isEmpty();
    List<String> lines = printed.out().lines().toList();
    assertThat(lines.get(1)).isEqualTo("Some library 9.9");
    assertThat(lines.get(4)).isEqualTo("GF/s, threads: 1       here  PyTorch  OpenBLAS");
    assertThat(lines.get(5)).matches("ab      8   16    4 +\\d+\\.\\d      1\\.0      1\\.0");
    assertThat(lines.getLast()).matches("here / it, geometric mean  ( +\\d+\\.\\d\\d)\\1");
  }

  @Test
  @DisplayName("counts 2 m k n operations")
  void rate() {
    // 2 * 2 * 3 * 5 = 60 operations in 10 ns are 6 a nanosecond.
    assertThat(new Rate("ab", 2, 3, 5).of(10)).isEqualTo(6);
    for (String form : new String[] {"ab", "a'b", "ab'"}) {
      assertThat(new Rate(form, 2, 3, 5).fastest(new Naive(), 0)).isPositive();
    }
  }
}
