package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "parallel-training/4",
    title = "All-reduce by recursive doubling",
    hints = {
      "Write the ranks in binary. By what do the partners of the first round differ? Those of the"
          + " second?",
      "In the round for bit b the partner of rank r is r ^ b. Receive into an array of its own, not"
          + " into x, which you still have to add.",
      "Throw IllegalArgumentException if Integer.bitCount(c.size()) is not 1. For bit = 1, 2, 4, …"
          + " below c.size(): send all of x to rank ^ bit, receive as many numbers from there into"
          + " another array, and add that to x."
    },
    chinese =
        @Exercise.Chinese(
            title = "递归倍增 all-reduce",
            hints = {
              "把进程编号写成二进制。第一轮的两个伙伴差在哪里？第二轮呢？",
              "在位 b 对应的一轮，编号 r 的伙伴是 r ^ b。要接收到另一个数组，不能直接写进 x，因为还要相加。",
              "若 Integer.bitCount(c.size()) 不为 1，抛出 IllegalArgumentException。对小于 c.size() 的 bit = 1, 2, 4, …：把整个 x 发给 rank ^ bit，从它那里收同样多的数到另一个数组，再加到 x 上。"
            }))
@DisplayName("Exercise 4: all-reduce by recursive doubling")
class DoublingTest {

  /// Numbers of which another order gives another sum: float has 24 bits, so 2^24 + 1 is 2^24.
  private static final float[] TERMS = {1 << 24, 1, 1, 1, -(1 << 24), 3, 0.1f, 0.2f};

  private record Done(float[] x, long sent) {}

  private static List<Done> reduce(int workers, int length) {
    return Threads.run(
        workers,
        c -> {
          float[] x = new float[length];
          for (int i = 0; i < length; i++) {
            x[i] = TERMS[(c.rank() + i) % TERMS.length];
          }
          Doubling.allReduce(c, x);
          return new Done(x, c.sentBytes());
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  @DisplayName("gives every worker the sum of the tree (0 + 1) + (2 + 3), to the bit")
  void sum(int workers) {
    List<Done> all = reduce(workers, 3);
    for (int rank = 0; rank < workers; rank++) {
      for (int i = 0; i < 3; i++) {
        assertThat(all.get(rank).x()[i])
            .as("element %d on worker %d of %d", i, rank, workers)
            .isEqualTo(tree(0, workers, i));
      }
    }
  }

  private static float tree(int from, int to, int i) {
    int middle = (from + to) / 2;
    return to - from == 1
        ? TERMS[(from + i) % TERMS.length]
        : tree(from, middle, i) + tree(middle, to, i);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  @DisplayName("sends the vector once in each of log2(N) rounds")
  void bytes(int workers) {
    int rounds = Integer.numberOfTrailingZeros(workers);
    for (Done done : reduce(workers, 100)) {
      assertThat(done.sent())
          .as("bytes sent by one of %d workers, of 100 floats", workers)
          .isEqualTo(rounds * 400L);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6})
  @DisplayName("refuses a number of workers that is no power of two")
  void notPaired(int workers) {
    assertThatThrownBy(() -> reduce(workers, 1), "allReduce on %d workers", workers)
        .isInstanceOf(IllegalArgumentException.class);
  }
}
