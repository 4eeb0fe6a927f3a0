package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A matrix is a view")
class MatrixTest {

  // 1 2 3
  // 4 5 6
  private final float[] data = {1, 2, 3, 4, 5, 6};
  private final Matrix matrix = Matrix.of(data, 2, 3);

  @Test
  @DisplayName("row by row; what is set is set in the array")
  void view() {
    assertThat(matrix.get(1, 0)).isEqualTo(4);
    matrix.set(1, 2, 60);
    assertThat(data[5]).isEqualTo(60);
  }

  @Test
  @DisplayName("transposed, it is the same array with rows and columns exchanged")
  void transposed() {
    Matrix transposed = matrix.transposed();
    assertThat(transposed.rows()).isEqualTo(3);
    assertThat(transposed.columns()).isEqualTo(2);
    assertThat(transposed.get(2, 1)).isEqualTo(6);
    assertThat(transposed.data()).isSameAs(data);
    assertThat(transposed.transposed()).isEqualTo(matrix);
  }

  @Test
  @DisplayName("a part of a transposed part is where it should be")
  void parts() {
    assertThat(matrix.columns(1, 3).get(1, 1)).isEqualTo(6);
    assertThat(matrix.rows(1, 2).get(0, 2)).isEqualTo(6);
    Matrix part = matrix.columns(1, 3).transposed().rows(1, 2);
    assertThat(part.get(0, 0)).isEqualTo(3);
    assertThat(part.get(0, 1)).isEqualTo(6);
    assertThat(matrix.part(2, 2, 0, 3).rows()).isZero();
  }

  @Test
  @DisplayName("what does not fit is refused, with the numbers")
  void refused() {
    assertThatThrownBy(() -> Matrix.of(data, 2, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a matrix of 2 x 4 does not fit an array of 6");
    assertThatThrownBy(() -> new Matrix(data, 1, 2, 3, 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a matrix of 2 x 3 would take the elements 1 to 6 of an array of 6");
    assertThatThrownBy(() -> new Matrix(data, 0, 2, 3, -3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a matrix of 2 x 3 would take the elements -3 to 2 of an array of 6");
    assertThatThrownBy(() -> Matrix.zeros(-1, -2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a matrix cannot have -1 rows and -2 columns");
    assertThatThrownBy(() -> matrix.part(0, 3, 1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("rows 0 to 3 and columns 1 to 2 of a matrix of 2 x 3");
  }
}
