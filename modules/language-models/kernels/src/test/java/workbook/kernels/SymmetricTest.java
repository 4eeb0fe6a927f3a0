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
      "Which elements of a·aᵀ are equal? How would you compute about half of it with a "
          + "multiplication that knows nothing of symmetry?",
      "Cut the rows of `a` into blocks of 64. Block (p, q) of the result is "
          + "rows(p)·rows(q)ᵀ: for which pairs do you need the multiplication, and which are "
          + "copies?",
      "c = Matrix.zeros(n, n). For top = 0, 64, 128 ... below n, and for left = 0, 64 "
          + "... up to top, with bottom = min(top + 64, n) and end = min(left + 64, n): "
          + "multiplication.addProduct(a.rows(top, bottom), a.rows(left, end).transposed(), "
          + "c.part(top, bottom, left, end)). Then for all i < j: c.set(i, j, c.get(j, i))."
    },
    chinese =
        @Exercise.Chinese(
            title = "对称矩阵乘积只算一半",
            hints = {
              "a·aᵀ 中哪些元素相等？手上的矩阵乘法对“对称”一无所知，怎样用它只算大约一半？",
              "把 `a` 的行按 64 行分块。结果的块 (p, q) 等于 rows(p)·rows" + "(q)ᵀ：哪些块要调用乘法，哪些块直接复制？",
              "c = Matrix.zeros(n, n)。top 取小于 n 的 0、64、128…"
                  + "…，left 取不大于 top 的 0、64……，令 bottom = min(top "
                  + "+ 64, n)，end = min(left + 64, n)：multiplicat"
                  + "ion.addProduct(a.rows(top, bottom), a.rows(l"
                  + "eft, end).transposed(), c.part(top, bottom, "
                  + "left, end))。最后对所有 i < j 执行 c.set(i, j, c.get"
                  + "(j, i))。"
            }))
@DisplayName("Exercise 5: half of a symmetric product")
class SymmetricTest {

  @Test
  @DisplayName("is the whole product, for every number of rows around the blocks")
  void product() {
    for (int rows : new int[] {0, 1, 2, 63, 64, 65, 70, 128, 200}) {
      Matrix a = rows == 1 ? Matrix.of(new float[] {2}, 1, 1) : matrix(rows, 9);
      assertProduct("with %d rows".formatted(rows), a, new Rows());
    }
  }

  @Test
  @DisplayName("has the bits that the multiplication gives, which may round each product")
  void bits() {
    // Rows rounds once a term, Naive twice.
    assertProduct("by Naive, with 70 rows", matrix(70, 9), new Naive());
  }

  @Test
  @DisplayName("takes a matrix that lies in another way: transposed, and inside of a larger one")
  void views() {
    Matrix large = matrix(9, 80);
    assertProduct("of a transposed part", large.part(1, 8, 3, 73).transposed(), new Rows());
  }

  private static void assertProduct(String what, Matrix a, Multiplication multiplication) {
    int rows = a.rows();
    Matrix expected = Matrix.zeros(rows, rows);
    multiplication.addProduct(a, a.transposed(), expected);
    Matrix c = Symmetric.square(a, multiplication);
    assertThat(c.rows()).as("rows of a a' %s", what).isEqualTo(rows);
    assertThat(c.columns()).as("columns of a a' %s", what).isEqualTo(rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        assertThat(c.get(i, j))
            .as("a a' %s: element (%d, %d)", what, i, j)
            .isEqualTo(expected.get(i, j));
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
          .withFailMessage(
              "of %d x %d elements %d were asked for, and at most %d may be",
              rows, rows, elements[0], most)
          .isLessThanOrEqualTo(most);
    }
  }

  private static Matrix matrix(int rows, int columns) {
    return Floats.matrix(new SplittableRandom(Floats.SEED), rows, columns);
  }
}
