package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "kernels/5",
    title = "Half of a symmetric product",
    hints = {
      "Which elements of a·aᵀ are equal? How would you compute about half of it with a"
          + " multiplication that knows nothing of symmetry?",
      "Cut the rows of `a` into blocks of 64. Block (p, q) of the result is"
          + " rows(p)·rows(q)ᵀ: for which pairs do you need the multiplication, and which are"
          + " copies?",
      "For p and q <= p: multiplication.addProduct(a.rows(p..), a.rows(q..).transposed(),"
          + " part (p, q) of a zeroed matrix). Then for i < j copy element (j, i) to (i, j). Mind"
          + " that the last block may be smaller."
    })
@DisplayName("Exercise 5: half of a symmetric product")
class SymmetricTest {

  @Test
  @DisplayName("is the whole product, for every number of rows around the blocks")
  void product() {
    for (int rows : new int[] {0, 1, 2, 63, 64, 65, 70, 128, 200}) {
      Matrix a = rows == 1 ? Matrix.of(new float[] {2}, 1, 1) : matrix(rows, 9);
      Matrix c = Symmetric.square(a, new Rows());
      assertThat(c.rows()).as("rows of a a' with %d rows", rows).isEqualTo(rows);
      assertThat(c.columns()).as("columns of a a' with %d rows", rows).isEqualTo(rows);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < rows; j++) {
          float sum = 0;
          for (int k = 0; k < a.columns(); k++) {
            sum = Math.fma(a.get(i, k), a.get(j, k), sum);
          }
          assertThat(c.get(i, j))
              .as("a a' with %d rows: element (%d, %d)", rows, i, j)
              .isEqualTo(sum);
        }
      }
    }
  }

  @Test
  @DisplayName("asks for little more than half of it")
  void half() {
    for (int rows : new int[] {64, 200, 500}) {
      long[] elements = {0};
      Multiplication counting =
          (a, b, c) -> {
            elements[0] += (long) c.rows() * c.columns();
            new Rows().addProduct(a, b, c);
          };
      Symmetric.square(matrix(rows, 3), counting);
      int most = rows * (rows + 64) / 2;
      assertThat(elements[0])
          .as("elements asked for, of %d x %d: at most %d", rows, rows, most)
          .isLessThanOrEqualTo(most);
    }
  }

  private static Matrix matrix(int rows, int columns) {
    return Floats.matrix(new SplittableRandom(Floats.SEED), rows, columns);
  }
}
