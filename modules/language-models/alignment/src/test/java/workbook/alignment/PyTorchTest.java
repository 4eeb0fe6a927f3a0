package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Golden;
import workbook.autograd.Gradients;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.recurrent.Network;
import workbook.topictest.Near;

@DisplayName("PyTorch, from the same weights,")
class PyTorchTest {

  private static final Golden GOLDEN = Golden.beside(PyTorchTest.class);

  /// Float and not double, through a GRU of seven steps.
  private static final double ROUNDINGS = 3e-6;

  private static final int[] STRINGS = strings();

  private final Network ofPolicy = network("policy", Strings.LETTERS);
  private final Network ofJudge = network("judge", 1);
  private final StringPolicy policy = new StringPolicy(ofPolicy);
  private final RewardModel judge = new RewardModel(ofJudge);
  private final Tape tape = new Tape(FloatKernels.best());

  private static int[] strings() {
    float[] numbers = GOLDEN.floats("strings");
    return IntStream.range(0, numbers.length).map(i -> (int) numbers[i]).toArray();
  }

  private static Network network(String name, int outputs) {
    Network network = StringPolicy.network(outputs, new SplittableRandom(0));
    network
        .parameters()
        .forEach((parameter, tensor) -> {
          float[] given = GOLDEN.floats(name + "/" + parameter);
          System.arraycopy(given, 0, tensor.data(), 0, given.length);
        });
    return network;
  }

  @BeforeEach
  void clear() {
    tape.reset();
    Gradients.clear(policy.parameters());
    Gradients.clear(judge.parameters());
  }

  private void assertSame(
      String name, Map<String, Tensor> parameters, Function<Tape, Tensor> loss) {
    Tensor value = loss.apply(tape);
    Near.assertNear(name, GOLDEN.floats(name + "/loss")[0], value.value(), ROUNDINGS);
    tape.backward(value);
    parameters.forEach((parameter, tensor) -> {
      Near.assertClose(
          name + ": gradient of " + parameter,
          GOLDEN.floats(name + "/d/" + parameter),
          tensor.gradient(),
          ROUNDINGS);
    });
  }

  @Test
  @DisplayName("gives strings the same probabilities, whether read one by one or all at once")
  void logs() {
    double[] all = policy.all();
    float[] expected = GOLDEN.floats("logs");
    Near.assertClose("log p", expected, policy.logProbabilities(tape, STRINGS).data(), ROUNDINGS);
    for (int i = 0; i < STRINGS.length; i++) {
      Near.assertNear("log p of " + Strings.text(STRINGS[i]), expected[i], all[STRINGS[i]], 1e-5);
    }
    Near.assertNear("sum of p", 1, Arrays.stream(all).map(Math::exp).sum(), 1e-9);
  }

  @Test
  @DisplayName("has the same loss and gradients in supervised fine-tuning")
  void supervised() {
    assertSame(
        "supervised",
        ofPolicy.parameters(),
        t -> Losses.supervised(t, policy.logProbabilities(t, STRINGS)));
  }

  @Test
  @DisplayName("... in policy gradient")
  void policyGradient() {
    assertSame(
        "policyGradient",
        ofPolicy.parameters(),
        t ->
            Losses.policyGradient(
                t, policy.logProbabilities(t, STRINGS), GOLDEN.floats("advantages")));
  }

  @Test
  @DisplayName("... in PPO, where some answers are clipped above, some below, and some not")
  void clipped() {
    float[] logs = GOLDEN.floats("logs");
    float[] old = GOLDEN.floats("old");
    float[] advantages = GOLDEN.floats("advantages");
    long idle =
        IntStream.range(0, logs.length)
            .filter(i ->
                advantages[i] > 0 && Math.exp(logs[i] - old[i]) > 1.2
                    || advantages[i] < 0 && Math.exp(logs[i] - old[i]) < 0.8)
            .count();
    assertThat(idle).as("answers that push no further, of 8").isBetween(1L, 7L);
    assertSame(
        "clipped",
        ofPolicy.parameters(),
        t -> Losses.clipped(t, policy.logProbabilities(t, STRINGS), old, advantages, 0.2f));
  }

  @Test
  @DisplayName("... in DPO")
  void dpo() {
    assertSame(
        "dpo",
        ofPolicy.parameters(),
        t ->
            Losses.dpo(
                t,
                policy.logProbabilities(t, Arrays.copyOf(STRINGS, 4)),
                policy.logProbabilities(t, Arrays.copyOfRange(STRINGS, 4, 8)),
                GOLDEN.floats("reference"),
                0.3f));
  }

  @Test
  @DisplayName("... and in a reward model, whose rewards are the same, too")
  void bradleyTerry() {
    Near.assertClose(
        "rewards", GOLDEN.floats("rewards"), judge.rewards(tape, STRINGS).data(), ROUNDINGS);
    double[] all = judge.all();
    for (int i = 0; i < STRINGS.length; i++) {
      Near.assertNear("reward", GOLDEN.floats("rewards")[i], all[STRINGS[i]], 1e-5);
    }
    assertSame(
        "bradleyTerry",
        ofJudge.parameters(),
        t ->
            Losses.bradleyTerry(
                t,
                judge.rewards(t, Arrays.copyOf(STRINGS, 4)),
                judge.rewards(t, Arrays.copyOfRange(STRINGS, 4, 8))));
  }
}
