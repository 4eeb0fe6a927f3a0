package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.autograd.WarmupCosine;
import workbook.topictest.Near;

/// In the manner of llm.c: what comes out of every block, every gradient, and ten steps of training
/// from the same weights, with Hugging Face's classes in float64; see golden.py.
@DisplayName("Ten steps from the same weights as PyTorch's")
class TrainerTest {

  private static final int STEPS = 10;
  private static final int BATCH = 2;
  private static final int TIME = 7;
  private static final double OF_STATES = 2e-6;
  private static final double OF_GRADIENTS = 4e-6;
  private static final double OF_LOSS = 4e-6;
  private static final double OF_NORM = 2e-5;

  private final Tape t = Numbers.tape();

  @Test
  @DisplayName("of a GPT-2: states, scores, gradients, losses and norms are the same")
  void gpt2() {
    decoder("gpt2", new Config("gpt2", Style.GPT2, 11, 8, 8, 2, 2, 2, 32));
  }

  @Test
  @DisplayName(
      "of a LLaMA with shared keys and values: states, scores, gradients, losses and norms")
  void llama() {
    decoder("llama", new Config("llama", Style.LLAMA, 11, 8, 8, 2, 4, 2, 12));
  }

  private void decoder(String family, Config config) {
    Model model = new Model(config);
    load(family, model.parameters());
    int[] inputs = ids(family, 0, 0);
    Tensor last = states(family, model, inputs, Mask.causal());
    Near.assertClose(
        family + ": scores",
        Numbers.GOLDEN.floats(family + "/logits"),
        model.score(t, last).data(),
        OF_STATES);
    train(
        family,
        model.parameters(),
        step ->
            tape ->
                tape.crossEntropy(
                    model.logits(tape, ids(family, step, 0), BATCH), ids(family, step, 1)));
  }

  @Test
  @DisplayName("of a BERT that fills in what was hidden: the same")
  void bert() {
    Model model = new Model(new Config("bert", Style.BERT, 11, 8, 8, 2, 2, 2, 16));
    MaskedTokens masked = new MaskedTokens(model);
    load("bert", masked.parameters());
    int[] places = {1, 4, TIME + 1 + 2};
    Tensor last = states("bert", model, hidden(ids("bert", 0), places), Mask.bidirectional());
    int[] all = IntStream.range(0, BATCH * (TIME + 1)).toArray();
    Near.assertClose(
        "bert: scores",
        Numbers.GOLDEN.floats("bert/logits"),
        masked.logits(t, last, all).data(),
        OF_STATES);
    train(
        "bert",
        masked.parameters(),
        step -> {
          int[] ids = ids("bert", step);
          int[] targets = Arrays.stream(places).map(place -> ids[place]).toArray();
          return tape -> masked.loss(tape, hidden(ids, places), BATCH, places, targets);
        });
  }

  private static int[] hidden(int[] ids, int... places) {
    int[] inputs = ids.clone();
    for (int place : places) {
      inputs[place] = 10;
    }
    return inputs;
  }

  private static void load(String family, Map<String, Tensor> parameters) {
    parameters.forEach((name, tensor) -> {
      float[] start = Numbers.GOLDEN.floats("%s/start/%s".formatted(family, name));
      assertThat(start).as(name).hasSize(tensor.size());
      System.arraycopy(start, 0, tensor.data(), 0, start.length);
    });
  }

  /// Both sequences of a step, as long as they are.
  private static int[] ids(String family, int step) {
    float[] all = Numbers.GOLDEN.floats(family + "/ids");
    int length = BATCH * (TIME + 1);
    return IntStream.range(0, length).map(i -> (int) all[step * length + i]).toArray();
  }

  /// Their first seven tokens, or with 1 their last.
  private static int[] ids(String family, int step, int from) {
    int[] whole = ids(family, step);
    return IntStream.range(0, BATCH * TIME)
        .map(i -> whole[i / TIME * (TIME + 1) + i % TIME + from])
        .toArray();
  }

  /// Of the embeddings and of every block; the last behind the last norm.
  private Tensor states(String family, Model model, int[] inputs, Mask mask) {
    Tensor x = model.embed(t, inputs, BATCH);
    int state = 0;
    for (Block block : model.blocks()) {
      assertState(family, state++, x);
      x = block.apply(t, x, mask);
    }
    x = model.finish(t, x);
    assertState(family, state, x);
    return x;
  }

  private static void assertState(String family, int state, Tensor x) {
    String name = "%s/states/%d".formatted(family, state);
    Near.assertClose(name, Numbers.GOLDEN.floats(name), x.data(), OF_STATES);
  }

  private void train(String family, Map<String, Tensor> parameters, Steps losses) {
    float[] expected = Numbers.GOLDEN.floats(family + "/losses");
    float[] norms = Numbers.GOLDEN.floats(family + "/norms");
    assertThat(expected).hasSize(STEPS);
    assertGradients(family, parameters, losses.of(0));
    Trainer trainer = new Trainer(parameters, 0.99, 0.1, t);
    WarmupCosine schedule = new WarmupCosine(0.03, 0.003, 2, STEPS);
    for (int step = 0; step < STEPS; step++) {
      float loss = trainer.step(losses.of(step), schedule.rate(step));
      assertThat(loss)
          .as("%s: loss of step %d", family, step)
          .isCloseTo(expected[step], within((float) OF_LOSS * expected[step]));
      assertThat(trainer.gradientNorm())
          .as("%s: gradient norm of step %d", family, step)
          .isCloseTo(norms[step], within(OF_NORM * norms[step]));
    }
  }

  private void assertGradients(
      String family, Map<String, Tensor> parameters, Function<Tape, Tensor> loss) {
    t.reset();
    t.backward(loss.apply(t));
    parameters.forEach((name, tensor) ->
        Near.assertClose(
            "%s: gradient of %s".formatted(family, name),
            Numbers.GOLDEN.floats("%s/gradients/%s".formatted(family, name)),
            tensor.gradient(),
            OF_GRADIENTS));
  }

  private interface Steps {
    Function<Tape, Tensor> of(int step);
  }
}
