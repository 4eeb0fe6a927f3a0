package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.autograd.AdamW;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.ScalarKernels;
import workbook.text.Batches;
import workbook.topictest.Near;
import workbook.transformer.Model;

@DisplayName("A data-parallel training")
class ReplicaTest {

  private static final int SIZE = (int) Setup.CONFIG.parameters();

  /// The gradients of the first step on every worker, unit after unit; of a cut gradient the own
  /// chunks only.
  private static List<List<float[]>> gradients(Strategy strategy, int workers) {
    return Threads.run(
        workers,
        c -> {
          Replica replica = new Replica(strategy, c);
          replica.gradients(0);
          return replica.states().stream().map(state -> state.gradients).toList();
        });
  }

  @Test
  @DisplayName("of one worker has the gradients of the shelf's own model on the whole batch")
  void model() {
    Model model = new Model(Setup.CONFIG);
    Map<String, float[]> weights = Setup.weights();
    model
        .parameters()
        .forEach((name, tensor) ->
            System.arraycopy(weights.get(name), 0, tensor.data(), 0, tensor.size()));
    Tape t = new Tape(new ScalarKernels());
    // The same places of the text, eight pieces at once.
    Batches.Batch whole =
        new Batches(Setup.CORPUS, Setup.ROWS * Setup.MICRO_BATCHES, Setup.TIME, 1).next();
    Tensor loss = t.crossEntropy(model.logits(t, whole.inputs(), whole.rows()), whole.targets());
    t.backward(loss);
    List<float[]> ours = gradients(Strategy.RING, 1).getFirst();
    List<Unit> units = Unit.of(Setup.CONFIG);
    for (int u = 0; u < units.size(); u++) {
      int at = 0;
      for (String name : units.get(u).shapes().keySet()) {
        float[] theirs = model.parameters().get(name).gradient();
        float[] part = Arrays.copyOfRange(ours.get(u), at, at + theirs.length);
        Near.assertClose("the gradient of " + name, theirs, part, 1e-6);
        at += theirs.length;
      }
    }
    float[] losses = Threads.run(1, c -> new Replica(Strategy.RING, c).step(0)).getFirst();
    double mean = (0.0 + losses[0] + losses[1] + losses[2] + losses[3]) / 4;
    Near.assertNear("the loss", loss.value(), mean, 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"RING,2", "SERVER,2", "SERVER,4"})
  @DisplayName("has one process's gradients to the bit where the order of the sums is the same")
  void sameBits(Strategy strategy, int workers) {
    List<float[]> one = gradients(Strategy.RING, 1).getFirst();
    for (List<float[]> each : gradients(strategy, workers)) {
      for (int u = 0; u < one.size(); u++) {
        assertThat(each.get(u)).containsExactly(one.get(u));
      }
    }
  }

  @Test
  @DisplayName("in a ring of four adds in another order: other bits, the same on all workers")
  void otherBits() {
    List<float[]> one = gradients(Strategy.RING, 1).getFirst();
    List<List<float[]>> four = gradients(Strategy.RING, 4);
    int different = 0;
    for (int u = 0; u < one.size(); u++) {
      Near.assertClose("unit " + u, one.get(u), four.getFirst().get(u), 1e-6);
      for (int i = 0; i < one.get(u).length; i++) {
        different += one.get(u)[i] == four.getFirst().get(u)[i] ? 0 : 1;
      }
      for (List<float[]> each : four) {
        assertThat(each.get(u)).containsExactly(four.getFirst().get(u));
      }
    }
    assertThat(different).as("gradients whose bits differ").isPositive();
  }

  @ParameterizedTest
  @CsvSource({"ZERO1,2", "ZERO2,2", "ZERO3,2", "ZERO1,4", "ZERO2,4", "ZERO3,4"})
  @DisplayName("with ZeRO has the losses of the ring, to the bit, in every stage")
  void zero(Strategy strategy, int workers) {
    assertThat(losses(strategy, workers)).containsExactly(losses(Strategy.RING, workers));
  }

  private static float[] losses(Strategy strategy, int workers) {
    List<float[]> all =
        Threads.run(
            workers,
            c -> {
              Replica replica = new Replica(strategy, c);
              replica.step(0);
              replica.step(1);
              return replica.step(2);
            });
    float[] losses = new float[Setup.MICRO_BATCHES];
    int at = 0;
    for (float[] each : all) {
      System.arraycopy(each, 0, losses, at, each.length);
      at += each.length;
    }
    return losses;
  }

  /// Rajbhandari and others (2020), 5: with 4 bytes for a weight, 4 for a gradient and 8 for Adam's
  /// two means, Ψ parameters take 16Ψ, 8Ψ + 8Ψ/N, 4Ψ + 12Ψ/N and 16Ψ/N bytes.
  @ParameterizedTest
  @CsvSource({
    "RING,2,4,4,8", "ZERO1,2,4,4,4", "ZERO2,2,4,2,4", "ZERO3,2,2,2,4",
    "RING,4,4,4,8", "ZERO1,4,4,4,2", "ZERO2,4,4,1,2", "ZERO3,4,1,1,2"
  })
  @DisplayName("keeps as many bytes as ZeRO's formulas say, counted array by array")
  void memory(Strategy strategy, int workers, int weights, int gradients, int optimiser) {
    for (long peak :
        Threads.run(
            workers,
            c -> {
              Replica replica = new Replica(strategy, c);
              replica.step(0);
              return replica.memory().peak();
            })) {
      assertThat(peak).isEqualTo((long) SIZE * (weights + gradients + optimiser));
    }
  }

  /// 2(N - 1)/N of the gradient's 4Ψ bytes in all but ZeRO-3, which sends half as much again.
  @ParameterizedTest
  @CsvSource({
    "RING,2,4",
    "ZERO1,2,4",
    "ZERO2,2,4",
    "ZERO3,2,6",
    "RING,4,6",
    "ZERO2,4,6",
    "ZERO3,4,9"
  })
  @DisplayName("sends as many bytes as published, counted where they are sent")
  void bytes(Strategy strategy, int workers, int ofEach) {
    for (long sent :
        Threads.run(
            workers,
            c -> {
              new Replica(strategy, c).step(0);
              return c.sentBytes();
            })) {
      assertThat(sent).isEqualTo((long) SIZE * ofEach);
    }
  }

  @Test
  @DisplayName("moves weights as the shelf's AdamW does, to the bit, whole or in parts")
  void adam() {
    float[] gradient = {1, -2, 0.5f, 1e-9f, 0};
    Tensor x = Tensor.parameter(5);
    System.arraycopy(new float[] {1, 2, -3, 4, 5}, 0, x.data(), 0, 5);
    AdamW theirs = new AdamW(List.of(x), Setup.DECAY);
    float[] ours = x.data().clone();
    List<Adam> parts = new ArrayList<>();
    parts.add(new Adam(new float[2], new float[2]));
    parts.add(new Adam(new float[3], new float[3]));
    for (int step = 1; step <= 3; step++) {
      for (int i = 0; i < 5; i++) {
        gradient[i] *= 1 + step;
        x.gradient()[i] = gradient[i];
      }
      theirs.step(Setup.RATE);
      parts.get(0).move(ours, 0, gradient, 0, step);
      parts.get(1).move(ours, 2, gradient, 2, step);
    }
    assertThat(ours).containsExactly(x.data());
  }
}
