package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

class LargeTest {

  @Test
  void findsTheBaseAgain() {
    assertThat(Printed.by(new Large(), "2000").out())
        .startsWith("seed 42, base 7\n\nright\n")
        .containsPattern("p = \\d{3}\\.\\.\\d{3} \\(2000 digits\\)\n")
        .containsPattern("q = \\d{3}\\.\\.\\d{3} \\(2000 digits\\)\n")
        .containsPattern("r = \\d{3}\\.\\.\\d{3} \\((3999|4000) digits\\)\n")
        .contains("true in base 7 and in no other; ")
        .containsSubsequence("one digit changed\n", "true in no base; ");
  }

  @Test
  void theDefaultIsTenThousandDigits() {
    assertThat(Printed.by(new Large()).out())
        .contains("(10000 digits)")
        .contains("true in base 7 and");
  }

  @Test
  void bounds() {
    assertThat(Printed.by(new Large(), "1").out()).contains("one digit changed");
    for (String digits : new String[] {"0", "100001"}) {
      assertThat(Printed.by(new Large(), digits).err())
          .isEqualTo(
              "base-detection/large: DIGITS must be a whole number from 1 to 100000, and was '%s'\n"
                  .formatted(digits));
    }
  }
}
