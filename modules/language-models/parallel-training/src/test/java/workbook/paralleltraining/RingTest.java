package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Collective operations")
class RingTest {

  private record Done(float[] x, long sent) {}

  /// Element i on worker r is 2^r · i: sums of such are exact, and tell who is missing.
  private static float[] own(int rank, int length) {
    float[] x = new float[length];
    for (int i = 0; i < length; i++) {
      x[i] = (float) (i << rank);
    }
    return x;
  }

  private static float[] sum(int workers, int length) {
    float[] x = new float[length];
    for (int i = 0; i < length; i++) {
      x[i] = i * ((1 << workers) - 1f);
    }
    return x;
  }

  @ParameterizedTest
  @CsvSource({"1,5", "2,5", "3,7", "4,3", "4,16", "5,1", "8,100"})
  @DisplayName("in a ring give everybody the sum, whatever the length")
  void allReduce(int workers, int length) {
    for (float[] x :
        Threads.run(
            workers,
            c -> {
              float[] own = own(c.rank(), length);
              Ring.allReduce(c, own);
              return own;
            })) {
      assertThat(x).containsExactly(sum(workers, length));
    }
  }

  @ParameterizedTest
  @CsvSource({"2,5", "3,7", "4,3", "4,16"})
  @DisplayName("of which the first half gives worker r chunk r of the sum")
  void reduceScatter(int workers, int length) {
    List<float[]> all =
        Threads.run(
            workers,
            c -> {
              float[] own = own(c.rank(), length);
              Ring.reduceScatter(c, own);
              return own;
            });
    Chunks chunks = new Chunks(length, workers);
    for (int rank = 0; rank < workers; rank++) {
      int from = chunks.from(rank);
      int to = from + chunks.size(rank);
      assertThat(Arrays.copyOfRange(all.get(rank), from, to))
          .containsExactly(Arrays.copyOfRange(sum(workers, length), from, to));
    }
  }

  /// Patarasuk and Yuan (2009): 2(N - 1)/N of the vector, the least that is possible.
  @ParameterizedTest
  @CsvSource({"1,0", "2,1", "4,1.5", "8,1.75", "64,1.96875"})
  @DisplayName("send 2(N - 1)/N of the vector, counted; a server sends N - 1 of it")
  void bytes(int workers, double published) {
    int length = 6400;
    for (Done done :
        Threads.run(
            workers,
            c -> {
              float[] own = new float[length];
              Ring.allReduce(c, own);
              return new Done(own, c.sentBytes());
            })) {
      assertThat(done.sent() / (4.0 * length)).isEqualTo(published, within(1e-12));
    }
    List<Long> server =
        Threads.run(
            workers,
            c -> {
              ParameterServer.allReduce(c, new float[length]);
              return c.sentBytes();
            });
    assertThat(server.getFirst()).isEqualTo(4L * length * (workers - 1));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "7"})
  @DisplayName("by way of a server give everybody the sum")
  void server(int workers) {
    for (float[] x :
        Threads.run(
            workers,
            c -> {
              float[] own = own(c.rank(), 10);
              ParameterServer.allReduce(c, own);
              return own;
            })) {
      assertThat(x).containsExactly(sum(workers, 10));
    }
  }

  @Test
  @DisplayName("find the largest")
  void largest() {
    float[] own = {-3, -1, -2, Float.NEGATIVE_INFINITY};
    assertThat(Threads.run(4, c -> Ring.allMax(c, own[c.rank()]))).containsOnly(-1f);
  }

  @Test
  @DisplayName("among some of the workers leave the others out")
  void some() {
    List<float[]> all =
        Threads.run(
            3,
            c -> {
              float[] own = own(c.rank(), 4);
              if (c.rank() < 2) {
                Ring.allReduce(c.first(2), own);
              }
              return own;
            });
    assertThat(all.getFirst()).containsExactly(sum(2, 4));
    assertThat(all.getLast()).containsExactly(own(2, 4));
  }
}
