package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;

@Exercise(
    id = "pretraining/4",
    title = "Freezing that freezes",
    hints = {
      "What does AdamW do to a weight whose gradient is 0, if weights decay?",
      "An optimiser moves what it was given. So which tensors do you give it? And what must "
          + "happen to the tape and to the gradients between two steps?",
      "List the tensors whose names are not frozen; make one AdamW(list, decay) and one Tape before "
          + "the loop. A step: tape.reset(), Gradients.clear(list), tape.backward(loss.apply(tape)), "
          + "optimiser.step(rate)."
    },
    chinese =
        @Exercise.Chinese(
            title = "真正的冻结",
            hints = {
              "开启权重衰减时，AdamW 会怎样处理梯度为 0 的权重？",
              "优化器会移动交给它的所有张量。那么应该把哪些张量交给它？两步之间，计算图（tape）和梯度要怎样处理？",
              "列出名字未被冻结的张量；在循环之前创建一个 AdamW(列表, decay) 和一个 Tape。每一步：tape.reset()、"
                  + "Gradients.clear(列表)、tape.backward(loss.apply(tape))、optimiser.step(rate)。"
            }))
@DisplayName("Exercise 4: freezing that freezes")
class FrozenTuningTest {

  private static final double RATE = 0.5;
  private static final double DECAY = 0.2;

  private final Tensor body = parameter(2);
  private final Tensor head = parameter(3);
  private final Map<String, Tensor> both = new LinkedHashMap<>();

  FrozenTuningTest() {
    both.put("0.up.weight", body);
    both.put("classifier.weight", head);
  }

  private static Tensor parameter(float value) {
    Tensor tensor = Tensor.parameter(1);
    tensor.data()[0] = value;
    return tensor;
  }

  private void tune(Function<Tape, Tensor> loss, int steps) {
    FrozenTuning.tune(both, name -> !name.startsWith("classifier"), loss, steps, RATE, DECAY);
  }

  private static Tensor product(Tape t, Tensor a, Tensor b) {
    return t.sum(t.mul(a, b));
  }

  private static void assertIs(String what, double expected, Tensor actual) {
    float value = actual.data()[0];
    assertThat((double) value)
        .withFailMessage("%s: expected %.4f but was %.4f", what, expected, value)
        .isCloseTo(expected, Offset.offset(1e-4));
  }

  /// AdamW's first step is the whole rate against the sign of the gradient, after a decay of rate ·
  /// decay: 3 · (1 - 0.1) - 0.5.
  @Test
  @DisplayName("what is learned decays, and moves by the rate at the first step")
  void learned() {
    tune(t -> product(t, body, head), 1);
    assertIs("the head, from 3, after a step", 2.2, head);
  }

  @Test
  @DisplayName("what is frozen keeps its bits, after the steps and during them")
  void frozen() {
    tune(
        t -> {
          assertIs("the frozen weight, from 2, during the steps", 2, body);
          return product(t, body, head);
        },
        5);
    assertIs("the frozen weight, from 2, after five steps", 2, body);
  }

  @Test
  @DisplayName("what it is given stays whole: the frozen weights are still among the parameters")
  void kept() {
    tune(t -> product(t, body, head), 1);
    assertThat(both.keySet())
        .withFailMessage("the parameters given: expected both names but were %s", both.keySet())
        .containsExactly("0.up.weight", "classifier.weight");
  }

  /// What was left in a gradient would change its sign here: 2 - 5.
  @Test
  @DisplayName("what is left in the gradients from before does not count")
  void left() {
    head.gradient()[0] = -5;
    tune(t -> product(t, body, head), 1);
    assertIs("the head, from 3, after a step with -5 left in its gradient", 2.2, head);
  }

  /// The gradients are 3, then -1. First step: 3 · 0.9 - 0.5 = 2.2. Second: the mean is 0.9 · 0.3 -
  /// 0.1 = 0.17, by 1 - 0.81 it is 0.8947; the mean of squares 0.999 · 0.009 + 0.001 = 0.009991, by
  /// 1 - 0.998001 it is 4.998; 2.2 · 0.9 - 0.5 · 0.8947 / √4.998 = 1.7799.
  @Test
  @DisplayName("one optimiser remembers from step to step, and each step has its own gradient")
  void remembers() {
    float[] factor = {3};
    tune(
        t -> {
          Tensor loss = product(t, Tensor.constant(factor.clone(), 1), head);
          factor[0] = -1;
          return loss;
        },
        2);
    assertIs("the head, from 3, after gradients of 3 and -1", 1.7799, head);
  }
}
