package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The audit")
class AuditTest {

  private static final int[] TEXT = new int[100];

  /// A fair model of two symbols, to be spoiled.
  private static class Fair implements LanguageModel {
    @Override
    public int symbols() {
      return 2;
    }

    @Override
    public double[] next(int[] text, int length) {
      return new double[] {.5, .5};
    }
  }

  @Test
  @DisplayName("finds nothing in a fair model")
  void fair() {
    assertThat(problems(new Fair())).isEmpty();
  }

  @Test
  @DisplayName("finds probabilities that do not add up to 1")
  void sum() {
    Fair wrong =
        new Fair() {
          @Override
          public double[] next(int[] text, int length) {
            return new double[] {.5, .6};
          }
        };
    assertThat(problems(wrong))
        .hasSize(20)
        .allMatch(p -> p.endsWith("the probabilities add up to 1.1"));
  }

  @Test
  @DisplayName("finds a probability below 0")
  void negative() {
    Fair wrong =
        new Fair() {
          @Override
          public double[] next(int[] text, int length) {
            return new double[] {1.5, -.5};
          }
        };
    assertThat(problems(wrong)).hasSize(20).allMatch(p -> p.endsWith("add up to NaN"));
  }

  @Test
  @DisplayName("finds a model that reads what it has to foretell")
  void reads() {
    Fair wrong =
        new Fair() {
          @Override
          public double[] next(int[] text, int length) {
            return length < text.length && text[length] == 1
                ? new double[] {0, 1}
                : new double[] {1, 0};
          }
        };
    // A place is noticed if the changed text has the other symbol there: every second of 20.
    assertThat(problems(wrong))
        .isNotEmpty()
        .allMatch(p -> p.endsWith("the probabilities depend on what comes there or later"));
  }

  @Test
  @DisplayName("finds two methods that do not agree")
  void methods() {
    Fair wrong =
        new Fair() {
          @Override
          public double[] logProbabilities(int[] text, int from, int to) {
            return new double[to - from];
          }
        };
    assertThat(problems(wrong))
        .hasSize(20)
        .allMatch(p ->
            p.endsWith("next gives the logarithm -0.6931471805599453, and logProbabilities 0.0"));
  }

  private static List<String> problems(LanguageModel model) {
    return Audit.problems(model, TEXT, 10, 90, 1e-9, 1);
  }
}
