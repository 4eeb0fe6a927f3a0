package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("GPT-3's mixture")
class MixtureTest {

  /// Brown and others 2020, table 2.2, prints 0.44, 2.9, 1.9, 0.43 and 3.4 epochs. Three agree with
  /// its own tokens and shares within their rounding (12 billion tokens and 8 % stand for anything
  /// from 1.80 to 2.22). The two others do not: 300 · 0.22 / 19 = 3.47, and 300 · 0.03 / 3 = 3.00.
  @Test
  @DisplayName(
      "has a slip in its table: WebText2 was read 3.5 times by its own numbers, and not 2.9")
  void slip() {
    List<Mixture.Part> parts = Mixture.GPT3;
    assertThat(parts.get(0).epochs(300)).isCloseTo(.44, within(.005));
    assertThat(parts.get(1).epochs(300)).isCloseTo(3.47, within(.005));
    assertThat(parts.get(2).epochs(300)).isCloseTo(2, within(.005));
    assertThat(parts.get(3).epochs(300)).isCloseTo(.43, within(.01));
    assertThat(parts.get(4).epochs(300)).isCloseTo(3, within(.005));
    // Even at the ends of what 22 % and 19 billion may be rounded from: 21.5 % of 19.5 billion.
    assertThat(300 * .215 / 19.5).isGreaterThan(2.9 + .05);
    // Wikipedia's 3.4 is possible: 3 % may be 3.4 %, and 3 billion may be 3.0.
    assertThat(300 * .034 / 3.0).isGreaterThanOrEqualTo(3.4 - 1e-9);
  }

  @Test
  @DisplayName("has shares that add up to 101 percent")
  void shares() {
    assertThat(Mixture.GPT3.stream().mapToDouble(Mixture.Part::percent).sum()).isEqualTo(101);
  }

  /// Touvron and others 2023, table 1.
  @Test
  @DisplayName("has none of LLaMA's care: there they add up to 100")
  void llama() {
    assertThat(List.of(67.0, 15.0, 4.5, 4.5, 4.5, 2.5, 2.0).stream().mapToDouble(p -> p).sum())
        .isEqualTo(100);
  }
}
