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
      "c(i, j) is the sum over k of a(k, i) * b(k, j). Which of the three loops should "
          + "be the innermost, so that it walks along rows?",
      "for k, for i, for j: c[i * n + j] = Math.fma(a[k * m + i], b[k * n + j], c[i * " + "n + j])."
    },
    chinese =
        @Exercise.Chinese(
            title = "权重的梯度",
            hints = {
              "`a` 有 m 列，元素 (k, i) 在数组的哪个位置？",
              "c(i, j) 等于 a(k, i) * b(k, j) 对 k 求和。三层循环中哪一层" + "放在最内层，才能沿着行访问内存？",
              "依次对 k、i、j 循环：c[i * n + j] = Math.fma(a[k * m" + " + i], b[k * n + j], c[i * n + j])。"
            }))
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
  @DisplayName("product and sum are rounded once")
  void fused() {
    // (1 + 2^-23) (1 - 2^-23) = 1 - 2^-46, so the sum is a trifle less than half way between 1 +
    // 2^-23 and 1 + 2^-22. In double the trifle is lost, and half way goes to the even one.
    float[] c = {1 + 0x1p-23f};
    float[] a = {0x1p-24f * (1 + 0x1p-23f)};
    LeftTransposed.addProduct(1, 1, 1, a, new float[] {1 - 0x1p-23f}, c);
    assertThat(c)
        .as("c after adding (1 + 2^-23) 2^-24 times 1 - 2^-23 to 1 + 2^-23, by one Math.fma")
        .isEqualTo(new float[] {1 + 0x1p-23f});
  }

  @Test
  @DisplayName("no term is left out: 0 times infinity is not a number")
  void zeros() {
    float[] zero = {0};
    float[] infinity = {Float.POSITIVE_INFINITY};
    float[] c = {5};
    LeftTransposed.addProduct(1, 1, 1, zero, infinity, c);
    assertThat(c[0]).as("c after adding 0 times infinity to 5.0").isNaN();
    float[] other = {5};
    LeftTransposed.addProduct(1, 1, 1, infinity, zero, other);
    assertThat(other[0]).as("c after adding infinity times 0 to 5.0").isNaN();
  }

  @Test
  @DisplayName("without rows or without columns there is nothing to do")
  void empty() {
    float[] c = {1, 2, 3, 4, 5, 6};
    LeftTransposed.addProduct(0, 2, 3, new float[0], new float[0], c);
    assertThat(c).as("c after a product of depth 0").isEqualTo(new float[] {1, 2, 3, 4, 5, 6});
    LeftTransposed.addProduct(2, 0, 3, new float[0], new float[6], new float[0]);
    LeftTransposed.addProduct(2, 3, 0, new float[6], new float[0], new float[0]);
  }

  @Test
  @DisplayName("a and b stay as they were")
  void untouched() {
    float[] a = {1, 2, 3, 4, 5, 6};
    float[] b = {7, 8, 9, 10};
    LeftTransposed.addProduct(2, 3, 2, a, b, new float[6]);
    assertThat(a).as("a, 1.0 to 6.0, afterwards").isEqualTo(new float[] {1, 2, 3, 4, 5, 6});
    assertThat(b).as("b, 7.0 to 10.0, afterwards").isEqualTo(new float[] {7, 8, 9, 10});
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
