package workbook.paralleltraining;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.autograd.Golden;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "parallel-training/5",
    title = "Cross-entropy of a vocabulary in parts",
    hints = {
      "The loss is log(sum of e^score) − score of the target. Which three numbers does everybody"
          + " need, and how does each come about from the workers' own?",
      "The largest score by allMax, before any exponential. The sum of e^(score − largest) by"
          + " allReduce. The target's score is on one worker; if all others give 0, an allReduce"
          + " brings it to everybody.",
      "largest = Ring.allMax of the largest own score (−∞ if there is none). Let own = target −"
          + " first, and mine say whether 0 ≤ own < scores.length. Put the sum of exp(score −"
          + " largest), and scores[own] − largest if mine, else 0, into an array of two, and call"
          + " Ring.allReduce. Replace each score by exp(score − largest) / the first, and subtract"
          + " 1 at own if mine. Return log(the first) − the second."
    },
    chinese =
        @Exercise.Chinese(
            title = "词表切分的交叉熵",
            hints = {
              "损失是 log(Σ e^score) − 目标的得分。所有进程都需要哪三个数？各由本地的什么数得来？",
              "先用 allMax 求最大得分，再求指数。Σ e^(score − 最大值) 用 allReduce。目标的得分只在一个进程上，其他进程都给 0，一次 allReduce 就能让大家都得到它。",
              "largest = 对本地最大得分（没有则为 −∞）做 Ring.allMax。令 own = target − first，mine 表示 0 ≤ own < scores.length。把 exp(score − largest) 之和，以及 scores[own] − largest（mine 时，否则为 0）放进长度为 2 的数组，调用 Ring.allReduce。每个得分换成 exp(score − largest) / 第一个数，mine 时在 own 处减 1。返回 log(第一个数) − 第二个数。"
            }))
@DisplayName("Exercise 5: cross-entropy of a vocabulary in parts")
class VocabularyLossTest {

  private static final Golden GOLDEN = Golden.beside(VocabularyLossTest.class);

  private record Result(float loss, float[] gradient) {}

  @ParameterizedTest
  @CsvSource({
    "small,1",
    "small,2",
    "small,3",
    "large,2",
    "large,4",
    "one,2",
    "one,8",
    "spread,4",
    "spread,1"
  })
  @DisplayName("is PyTorch's, with its gradient, also where the vocabulary does not divide evenly")
  void golden(String name, int workers) {
    float[] scores = GOLDEN.floats("loss/%s/scores".formatted(name));
    int target = (int) GOLDEN.floats("loss/%s/target".formatted(name))[0];
    float[] gradient = GOLDEN.floats("loss/%s/gradient".formatted(name));
    float loss = GOLDEN.tensor("loss/%s/loss".formatted(name)).value();
    Chunks chunks = new Chunks(scores.length, workers);
    List<Result> results =
        Threads.run(
            workers,
            c -> {
              int from = chunks.from(c.rank());
              float[] own = Arrays.copyOfRange(scores, from, from + chunks.size(c.rank()));
              float result = VocabularyLoss.loss(c, own, from, target);
              return new Result(result, own);
            });
    for (int rank = 0; rank < workers; rank++) {
      String what =
          "of target %d, scores %s on %d workers, worker %d"
              .formatted(target, Arrays.toString(scores), workers, rank);
      Near.assertNear("the loss " + what, loss, results.get(rank).loss(), 1e-6 * Math.max(1, loss));
      int from = chunks.from(rank);
      Near.assertClose(
          "the gradient " + what,
          Arrays.copyOfRange(gradient, from, from + chunks.size(rank)),
          results.get(rank).gradient(),
          1e-6);
    }
  }
}
