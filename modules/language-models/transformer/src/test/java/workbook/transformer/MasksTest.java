package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("What depends on what")
class MasksTest {

  private static final List<String> NAMES = List.copyOf(Masks.all().keySet());

  /// A block adds to what was there, so every place depends on itself too. Through two blocks i
  /// depends on j if there is a place between that it depends on and that depends on j.
  @ParameterizedTest
  @FieldSource("NAMES")
  @DisplayName("is what the mask allows, and through several blocks what it allows step by step")
  void dependencies(String name) {
    Mask mask = Masks.all().get(name);
    int n = Masks.TIME;
    boolean[][] one = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        one[i][j] = i == j || mask.allows(0, i, j);
      }
    }
    boolean[][] reach = one;
    for (int layers = 1; layers <= 3; layers++) {
      assertThat(Masks.dependencies(mask, layers)).as("%d blocks", layers).isDeepEqualTo(reach);
      reach = product(one, reach);
    }
  }

  private static boolean[][] product(boolean[][] a, boolean[][] b) {
    int n = a.length;
    boolean[][] c = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          c[i][j] |= a[i][k] && b[k][j];
        }
      }
    }
    return c;
  }
}
