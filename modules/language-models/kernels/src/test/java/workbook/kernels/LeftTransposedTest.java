package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "kernels/3",
    title = "The gradient of a weight",
    hints = {
      "Where in the array does element (k, i) of `a` stand, if `a` has m columns?",
      "c(i, j) is the sum over k of a(k, i) * b(k, j). Which of the three loops should be"
          + " the innermost, so that it walks along rows?",
      "for k, for i, for j: c[i * n + j] = fma(a[k * m + i], b[k * n + j], c[i * n + j])."
    })
@DisplayName("Exercise 3: the gradient of a weight")
class LeftTransposedTest {

  @Test
  @DisplayName("a'b with b = 1 is a transposed")
  void identity() {
    // a = 1 2 3    a' = 1 4
    //     4 5 6         2 5
    //                   3 6
    float[] c = new float[6];
    LeftTransposed.addProduct(2, 3, 2, new float[] {1, 2, 3, 4, 5, 6}, new float[] {1, 0, 0, 1}, c);
    assertThat(c)
        .as("c after adding a'b, where a is 1 2 3 over 4 5 6 and b is 1")
        .isEqualTo(new float[] {1, 4, 2, 5, 3, 6});
  }

  @Test
  @DisplayName("what c holds stays, and the product is added to it")
  void adds() {
    float[] c = {10, 20};
    LeftTransposed.addProduct(1, 2, 1, new float[] {3, 4}, new float[] {1}, c);
    assertThat(c).as("c after adding a'b to 10.0, 20.0").isEqualTo(new float[] {13, 24});
  }

  @Test
  @DisplayName("the terms are added to c one by one")
  void order() {
    // 2^24 + 1 rounds to 2^24, twice; 2^24 + 2 would be exact.
    float[] c = {0x1p24f};
    LeftTransposed.addProduct(2, 1, 1, new float[] {1, 1}, new float[] {1, 1}, c);
    assertThat(c)
        .as("c must take the terms one by one: 2^24 + 1 + 1 with a rounding after each")
        .isEqualTo(new float[] {0x1p24f});
  }

  @Test
  @DisplayName("gives the bits of the topic's own kernels, for sizes of all sorts")
  void kernels() {
    SplittableRandom random = new SplittableRandom(Floats.SEED);
    for (int round = 0; round < 30; round++) {
      int depth = random.nextInt(20);
      int m = random.nextInt(20);
      int n = random.nextInt(20);
      float[] a = Floats.random(random, depth * m);
      float[] b = Floats.random(random, depth * n);
      float[] expected = Floats.random(random, m * n);
      float[] c = expected.clone();
      new ScalarKernels()
          .addProduct(
              Matrix.of(a, depth, m).transposed(),
              Matrix.of(b, depth, n),
              Matrix.of(expected, m, n));
      LeftTransposed.addProduct(depth, m, n, a, b, c);
      Floats.assertSameBits(
          "seed %d, depth %d, m %d, n %d".formatted(Floats.SEED, depth, m, n), expected, c);
    }
  }
}
