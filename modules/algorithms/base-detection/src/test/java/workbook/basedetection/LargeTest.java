package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeTest {

  @Test
  void findsTheBaseAgain() {
    assertThat(Output.of(Large::run, "2000"))
        .startsWith("seed 42, base 7\n\nright\n")
        .containsPattern("p = \\d{3}\\.\\.\\d{3} \\(2000 digits\\)\n")
        .containsPattern("q = \\d{3}\\.\\.\\d{3} \\(2000 digits\\)\n")
        .containsPattern("r = \\d{3}\\.\\.\\d{3} \\((3999|4000) digits\\)\n")
        .contains("true in base 7 and in no other; ")
        .containsSubsequence("one digit changed\n", "true in no base; ");
  }

  @Test
  void theDefaultIsTenThousandDigits() {
    assertThat(Output.of(Large::run)).contains("(10000 digits)").contains("true in base 7 and");
  }

  @Test
  void bounds() {
    assertThat(Output.of(Large::run, "1")).contains("one digit changed");
    assertThat(Output.error(Large::run, "0"))
        .isEqualTo(
            "base-detection/large: one number is wanted, 1 to 100000: the digits of p and q\n");
    assertThat(Output.error(Large::run, "100001")).contains("1 to 100000");
    assertThat(Output.error(Large::run, "x")).contains("1 to 100000");
    assertThat(Output.error(Large::run, "1", "2")).contains("one number is wanted");
  }
}
