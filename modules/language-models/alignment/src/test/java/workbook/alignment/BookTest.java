package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.topictest.Near;

/// 赵鑫 et al., 《大语言模型》, code 8.1, at
/// [LLMBook-zh](https://github.com/LLMBook-zh/LLMBook-zh.github.io/tree/main/code). It feeds
/// `binary_cross_entropy_with_logits` with the reward of the first text minus that of the second,
/// and with labels that are 均为0，表示正例在sent1_idx中: all 0, for the better one is the first.
@DisplayName("Where the book's reward model slips")
class BookTest {

  private final Tape t = new Tape(FloatKernels.best());

  /// PyTorch's function for one number and its label: −label · ln σ(x) − (1 − label) · ln σ(−x).
  private Tensor crossEntropy(Tensor x, int label) {
    return t.scale(t.mean(t.logSigmoid(label == 1 ? x : t.scale(x, -1))), -1);
  }

  /// The numbers are PyTorch's, for the rewards 2 and 0.5.
  @Test
  @DisplayName("labels of 0 ask for the first reward to be the lower: the better text loses")
  void labels() {
    Tensor better = Tensor.parameter(1);
    Tensor worse = Tensor.parameter(1);
    better.data()[0] = 2;
    worse.data()[0] = .5f;
    Tensor book = crossEntropy(t.sub(better, worse), 0);
    t.backward(book);
    Near.assertNear("loss by the book", 1.7014, book.value(), 1e-4);
    // A step goes against the gradient: down with the better one.
    Near.assertNear("gradient of the better one", .8176, better.gradient()[0], 1e-4);
    Near.assertNear("gradient of the worse one", -.8176, worse.gradient()[0], 1e-4);
    Near.assertNear(
        "loss with labels of 1", .2014, crossEntropy(t.sub(better, worse), 1).value(), 1e-4);
    Near.assertNear(
        "Bradley and Terry's", .2014, Losses.bradleyTerry(t, better, worse).value(), 1e-4);
  }

  @Test
  @DisplayName("trained so, two rewards that begin equal end in the wrong order")
  void trained() {
    assertThat(margin(0)).isLessThan(-1);
    assertThat(margin(1)).isGreaterThan(1);
  }

  private double margin(int label) {
    Tensor better = Tensor.parameter(1);
    Tensor worse = Tensor.parameter(1);
    for (int step = 0; step < 100; step++) {
      t.reset();
      Arrays.fill(better.gradient(), 0);
      Arrays.fill(worse.gradient(), 0);
      t.backward(crossEntropy(t.sub(better, worse), label));
      better.data()[0] -= .1f * better.gradient()[0];
      worse.data()[0] -= .1f * worse.gradient()[0];
    }
    return better.data()[0] - worse.data()[0];
  }
}
