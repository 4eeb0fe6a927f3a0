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
    id = "parallel-training/2",
    title = "Clip by the norm over all shards",
    hints = {
      "Two workers have the shards [3] and [4]. What is the norm of [3, 4]? Can it be had from the"
          + " norms of the shards by adding them?",
      "Add up the squares, first in the shard and then across workers; one number goes over the"
          + " wire. The root comes last.",
      "Sum the squares of the shard in a double. Put it as a float into an array of one element and"
          + " call Ring.allReduce. The norm is Math.sqrt of that element. If it is greater than"
          + " longest, multiply each element of the shard by (float) (longest / norm). Return the"
          + " norm."
    },
    chinese =
        @Exercise.Chinese(
            title = "按全部分片的范数裁剪",
            hints = {
              "两个进程的分片是 [3] 和 [4]。[3, 4] 的范数是多少？把两个分片的范数相加能得到它吗？",
              "先在分片内、再跨进程累加平方和，走线的只有一个数；最后才开方。",
              "用 double 累加分片的平方和，转成 float 放进长度为 1 的数组，调用 Ring.allReduce。范数是该元素的 Math.sqrt。若大于 longest，把分片的每个元素乘以 (float) (longest / norm)。返回范数。"
            }))
@DisplayName("Exercise 2: clip by the norm over all shards")
class ShardClipTest {

  private static final Golden GOLDEN = Golden.beside(ShardClipTest.class);

  /// What is left of a shard, and what was returned.
  private record Clipped(float[] shard, double norm) {}

  private static List<Clipped> clip(float[][] shards, double longest) {
    return Threads.run(
        shards.length,
        c -> {
          float[] shard = shards[c.rank()].clone();
          double norm = ShardClip.clip(c, shard, longest);
          return new Clipped(shard, norm);
        });
  }

  @Test
  @DisplayName("gives the norm and the gradient of PyTorch's clip_grad_norm_ on the whole")
  void golden() {
    float[][] shards = new float[4][];
    Arrays.setAll(shards, rank -> GOLDEN.floats("clip/" + rank));
    float[] clipped = GOLDEN.floats("clip/clipped");
    int at = 0;
    for (Clipped each : clip(shards, 1)) {
      Near.assertNear(
          "the norm of 13 numbers in 4 shards",
          GOLDEN.tensor("clip/norm").value(),
          each.norm(),
          1e-5);
      // PyTorch divides by the norm + 1e-6.
      Near.assertClose(
          "a shard, clipped to 1",
          Arrays.copyOfRange(clipped, at, at + each.shard().length),
          each.shard(),
          1e-6);
      at += each.shard().length;
    }
  }

  @Test
  @DisplayName("of [3] and [4], to 1, leaves [0.6] and [0.8]; the norm was 5")
  void byHand() {
    List<Clipped> clipped = clip(new float[][] {{3}, {4}}, 1);
    for (Clipped each : clipped) {
      Near.assertNear("the norm of the shards [3] and [4]", 5, each.norm(), 1e-5);
    }
    Near.assertClose(
        "the shard [3] beside [4], clipped to 1",
        new float[] {0.6f},
        clipped.getFirst().shard(),
        1e-5);
    Near.assertClose(
        "the shard [4] beside [3], clipped to 1",
        new float[] {0.8f},
        clipped.getLast().shard(),
        1e-5);
  }

  @Test
  @DisplayName("shortens a small shard, too, if the whole is long")
  void small() {
    Clipped small = clip(new float[][] {{0.5f}, {100}}, 1).getFirst();
    Near.assertClose(
        "the shard [0.5] beside [100], clipped to 1", new float[] {0.005f}, small.shard(), 1e-5);
  }

  @Test
  @DisplayName("changes nothing if the whole is short enough, zeros among it")
  void shortEnough() {
    assertThat(clip(new float[][] {{0.3f}, {-0.4f}}, 1).getLast().shard())
        .as("the shard [-0.4] beside [0.3], clipped to 1")
        .containsExactly(-0.4f);
    assertThat(clip(new float[][] {{3}, {4}}, 10).getLast().shard())
        .as("the shard [4] beside [3], clipped to 10")
        .containsExactly(4);
    assertThat(clip(new float[][] {{0, 0}, {0}}, 1).getFirst().shard())
        .as("the shard [0, 0] beside [0], clipped to 1")
        .containsExactly(0, 0);
  }

  @Test
  @DisplayName("works where a worker has no part")
  void empty() {
    List<Clipped> clipped = clip(new float[][] {{}, {10}}, 5);
    Near.assertNear("the norm of the shards [] and [10]", 10, clipped.getFirst().norm(), 1e-5);
    Near.assertClose(
        "the shard [10] beside [], clipped to 5", new float[] {5}, clipped.getLast().shard(), 1e-5);
  }
}
