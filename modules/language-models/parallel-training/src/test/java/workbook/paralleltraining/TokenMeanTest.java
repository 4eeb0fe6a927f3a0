package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Golden;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "parallel-training/1",
    title = "The mean of unequal shards",
    hints = {
      "One worker read 3 tokens, another 1. How often does the mean of each count in the mean of all"
          + " 4?",
      "Sum of (gradient · tokens) over all workers, divided by the sum of tokens over all workers."
          + " Both sums need an all-reduce; the second is only one number.",
      "Make an array one longer than the gradient. Put gradient[i] · tokens into element i, and"
          + " tokens into the last one. Call Ring.allReduce on it. Return a new array of its first"
          + " elements, each divided by the last one, or zeros if the last one is 0."
    },
    chinese =
        @Exercise.Chinese(
            title = "分片不等长时的平均",
            hints = {
              "一个工作进程读了 3 个词元，另一个读了 1 个。在全部 4 个词元的平均里，各自的平均值应占多大权重？",
              "所有进程的“梯度 × 词元数”之和，除以所有进程的词元数之和。两个和都要做 all-reduce，后者只是一个数。",
              "建一个比梯度多一个元素的数组：第 i 个元素放 gradient[i] · tokens，最后一个放 tokens。对它调用 Ring.allReduce。返回一个新数组：前面的每个元素除以最后一个元素；若最后一个元素为 0，则全部返回 0。"
            }))
@DisplayName("Exercise 1: the mean of unequal shards")
class TokenMeanTest {

  private static final Golden GOLDEN = Golden.beside(TokenMeanTest.class);

  @Test
  @DisplayName("is the gradient that PyTorch finds for all tokens at once")
  void unequal() {
    int[] tokens = {3, 1, 0, 6};
    List<float[]> means =
        Threads.run(
            4, c -> TokenMean.gradient(c, GOLDEN.floats("mean/" + c.rank()), tokens[c.rank()]));
    for (int rank = 0; rank < 4; rank++) {
      Near.assertClose(
          "worker %d's gradient, of 3, 1, 0 and 6 tokens on 4 workers".formatted(rank),
          GOLDEN.floats("mean/all"),
          means.get(rank),
          1e-6);
    }
  }

  @Test
  @DisplayName("of 3 tokens with gradient 2 and of 1 with gradient 6 is 3")
  void byHand() {
    // (3 · 2 + 1 · 6) / 4
    assertMean(new float[][] {{2}, {6}}, new int[] {3, 1}, 3);
  }

  @Test
  @DisplayName("of equal shards is the plain mean, and of one worker its own")
  void equal() {
    assertMean(new float[][] {{2}, {6}}, new int[] {5, 5}, 4);
    assertMean(new float[][] {{7}}, new int[] {3}, 7);
  }

  @Test
  @DisplayName("of thousands of tokens counts them all")
  void many() {
    // (3000 · 2 + 1000 · 6) / 4000
    assertMean(new float[][] {{2}, {6}}, new int[] {3000, 1000}, 3);
  }

  @Test
  @DisplayName("of no tokens at all is 0")
  void none() {
    assertMean(new float[][] {{0}, {0}}, new int[] {0, 0}, 0);
  }

  @Test
  @DisplayName("leaves the worker's own gradient as it is")
  void untouched() {
    List<float[]> own =
        Threads.run(
            2,
            c -> {
              // Not the same on both: their mean written over them would leave them as they are.
              float[] gradient = {1 + c.rank(), 2, 3};
              TokenMean.gradient(c, gradient, 2 + c.rank());
              return gradient;
            });
    assertThat(own.getFirst())
        .as("the array [1, 2, 3] that was given, afterwards")
        .containsExactly(1, 2, 3);
  }

  private static void assertMean(float[][] gradients, int[] tokens, float expected) {
    List<float[]> means =
        Threads.run(
            tokens.length,
            c -> TokenMean.gradient(c, gradients[c.rank()].clone(), tokens[c.rank()]));
    for (float[] mean : means) {
      Near.assertClose(
          "the mean of %s with %s tokens"
              .formatted(Arrays.deepToString(gradients), Arrays.toString(tokens)),
          new float[] {expected},
          mean,
          1e-6);
    }
  }
}
