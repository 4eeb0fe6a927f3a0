package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.DefaultLocale;
import workbook.topictest.Printed;

class CensusTest {

  private static final int VALUES = 12;

  // 11 x 11 in base 2 is 1001, and nothing below 12 gives a longer r.
  private static final int LARGEST_R = 1001;

  // Two columns of digits up to 9, one of them 0 or 1: no column is above 81.
  private static final int LARGEST_BASE = 100;

  @Test
  @DisplayName("p and q below 12: counted over every r and every base, with long arithmetic")
  void counted() {
    int once = 0;
    int more = 0;
    int everywhere = 0;
    int upTo16 = 0;
    int upTo40 = 0;
    for (int p = 0; p < VALUES; p++) {
      for (int q = 0; q < VALUES; q++) {
        for (int r = 0; r <= LARGEST_R; r++) {
          int lowest = Equation.of("" + p, "" + q, "" + r).lowestBase();
          int smallest = 0;
          int count = 0;
          for (int base = lowest; base <= LARGEST_BASE; base++) {
            if (value(p, base) * value(q, base) == value(r, base)) {
              count++;
              smallest = smallest == 0 ? base : smallest;
            }
          }
          once += count == 1 ? 1 : 0;
          everywhere += count == LARGEST_BASE - lowest + 1 ? 1 : 0;
          more += count > 1 && count < LARGEST_BASE - lowest + 1 ? 1 : 0;
          upTo16 += count > 0 && smallest <= 16 ? 1 : 0;
          upTo40 += count > 0 && smallest <= 40 ? 1 : 0;
        }
      }
    }
    assertThat(more).isZero();
    String expected =
        String.format(
            Locale.ROOT,
            """
            p and q from 0 to 11, r whatever some base makes true

            true in one base                         %,12d
            true in two bases or more, but not all   %,12d
            true in every base above the digits      %,12d
            all of them                              %,12d

            smallest base at most 16                 %,12d
            smallest base at most 40                 %,12d
            largest smallest base: 81, in 9 x 9 = 10
            """,
            once,
            more,
            everywhere,
            once + everywhere,
            upTo16,
            upTo40);
    assertThat(Printed.by(new Census(), "12").out()).isEqualTo(expected);
  }

  private static long value(int digits, int base) {
    return digits == 0 ? 0 : value(digits / 10, base) * base + digits % 10;
  }

  @Test
  @DisplayName("Thousands are set apart, whatever the locale")
  void locale() {
    try (DefaultLocale _ = DefaultLocale.of("de-DE")) {
      assertThat(Printed.by(new Census(), "60").out()).contains(",").doesNotContain(".");
    }
  }

  @Test
  void bounds() {
    assertThat(Printed.by(new Census(), "1").out()).startsWith("p and q from 0 to 0, ");
    for (String value : new String[] {"0", "1001"}) {
      assertThat(Printed.by(new Census(), value).err())
          .isEqualTo(
              "base-detection/census: VALUES must be a whole number from 1 to 1000, and was '%s'\n"
                  .formatted(value));
    }
  }
}
