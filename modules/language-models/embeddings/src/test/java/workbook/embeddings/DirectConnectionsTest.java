package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;
import workbook.kernels.ScalarKernels;

@Exercise(
    id = "embeddings/5",
    title = "Connections past the hidden layer",
    hints = {
      "What does FeedForward.scores do first? The same rows, side by side, are what the "
          + "direct connections read.",
      "Their scores are a product of those rows with the weights, and are added to those of"
          + " the network.",
      "x = t.reshape(t.embedding(network.embedding(), contexts), rows, direct.size(1)), where rows is "
          + "contexts.length / network.context(); the answer is t.add(network.scores(t, contexts), "
          + "t.matmulTransposed(x, direct)). Both looks into the table pass gradients back, and the"
          + " tape adds them."
    },
    chinese =
        @Exercise.Chinese(
            title = "绕过隐藏层的直连",
            hints = {
              "FeedForward.scores 先做什么？并排放在一起的那些行，也正是直连要读的输入。",
              "直连的分数是这些行与权重的乘积，加到网络自己的分数上。",
              "x = t.reshape(t.embedding(网络的 embedding, contexts), 行数, direct 的列数)，行数是 contexts.length / "
                  + "网络的 context()；结果是 t.add(网络的 scores, t.matmulTransposed(x, direct))。两次查表的梯度都会传回去，"
                  + "由计算图相加。"
            }))
@DisplayName("Exercise 5: connections past the hidden layer")
class DirectConnectionsTest {

  private final Tape tape = new Tape(new ScalarKernels());

  /// One symbol of context, looked up as 1; the layer makes tanh(1) = 0.76159 of it, of which the
  /// output is once, and the direct connection adds 0.5 · 1.
  @Test
  @DisplayName("one number, by hand")
  void byHand() {
    FeedForward network =
        new FeedForward(
            Tensor.constant(new float[] {1, 0}, 2, 1),
            Tensor.constant(new float[] {1}, 1, 1),
            Tensor.constant(new float[] {0}, 1),
            Tensor.constant(new float[] {1}, 1, 1),
            Tensor.constant(new float[] {0}, 1));
    Tensor direct = Tensor.constant(new float[] {.5f}, 1, 1);
    float actual = DirectConnections.scores(tape, network, direct, 0).value();
    assertThat(Math.abs(actual - 1.261594) < 1e-5)
        .withFailMessage(
            String.format(Locale.ROOT, "one number, by hand: expected 1.2616 but was %.4f", actual))
        .isTrue();
  }

  @Test
  @DisplayName("scores and gradients are those of PyTorch")
  void pyTorch() {
    FeedForward network = FeedForwardTest.golden();
    Tensor direct = Golden.parameter("direct/direct");
    Tensor scores =
        DirectConnections.scores(tape, network, direct, Golden.whole("direct/contexts"));
    Golden.assertClose("direct/scores", scores.data(), 1e-6);
    tape.backward(tape.crossEntropy(scores, Golden.whole("direct/targets")));
    Golden.assertClose("direct/ddirect", direct.gradient(), 1e-6);
    Tensor expected = Golden.tensor("direct/dembedding");
    int columns = expected.size(1);
    for (int row = 0; row < expected.size(0); row++) {
      String right = text(expected.data(), row, columns);
      String actual = text(network.embedding().gradient(), row, columns);
      assertThat(actual)
          .withFailMessage(
              "gradient of the table, row %d: expected %s but was %s".formatted(row, right, actual))
          .isEqualTo(right);
    }
    Golden.assertClose("direct/dembedding", network.embedding().gradient(), 1e-6);
  }

  private static String text(float[] table, int row, int columns) {
    float[] numbers = Arrays.copyOfRange(table, row * columns, (row + 1) * columns);
    StringBuilder text = new StringBuilder();
    for (float number : numbers) {
      text.append(String.format(Locale.ROOT, "%.3f ", number + 0f));
    }
    return text.toString().strip();
  }
}
