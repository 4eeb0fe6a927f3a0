package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.autograd.SmallModel.Step;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.ScalarKernels;
import workbook.kernels.Team;

@DisplayName("Training")
class TrainingTest {

  private static final Golden GOLDEN = Golden.beside(TrainingTest.class);

  private static final long SEED = 20_261_125;

  @Test
  @DisplayName("takes the 20 steps that PyTorch takes from the same weights")
  void golden() {
    float[] text = GOLDEN.tensor("train/text").data();
    float[] positions = GOLDEN.tensor("train/positions").data();
    float[] losses = GOLDEN.tensor("train/losses").data();
    float[] norms = GOLDEN.tensor("train/norms").data();
    int batch = GOLDEN.tensor("train/positions").size(1);
    SmallModel model = new SmallModel();
    WarmupCosine schedule = new WarmupCosine(0.03, 0.003, 4, losses.length);
    Tape tape = new Tape(FloatKernels.best());
    assertThat(losses).hasSize(20);
    for (int step = 0; step < losses.length; step++) {
      int[] symbols = new int[batch * SmallModel.CONTEXT];
      int[] targets = new int[batch];
      for (int row = 0; row < batch; row++) {
        int at = (int) positions[step * batch + row];
        for (int i = 0; i < SmallModel.CONTEXT; i++) {
          symbols[row * SmallModel.CONTEXT + i] = (int) text[at + i];
        }
        targets[row] = (int) text[at + SmallModel.CONTEXT];
      }
      // The numbers are PyTorch's in double. PyTorch in float parts from them by up to 1.9e-7 of a
      // loss, 1.7e-7 of a norm and 5.2e-7 of a weight (golden.py prints it); we may by four times
      // as much.
      Step taken = model.step(tape, symbols, targets, schedule.rate(step));
      assertThat(taken.loss())
          .as("loss of step %d", step)
          .isCloseTo(losses[step], within(8e-7f * losses[step]));
      assertThat(taken.norm())
          .as("norm of step %d", step)
          .isCloseTo(norms[step], within(8e-7 * norms[step]));
    }
    assertThat(norms)
        .as("the norms were clipped in some steps, and in some not")
        .satisfies(n -> assertThat(max(n)).isGreaterThan(1))
        .satisfies(n -> assertThat(min(n)).isLessThan(1));
    model
        .parameters()
        .forEach((name, tensor) -> {
          float[] end = GOLDEN.tensor("train/end/" + name).data();
          for (int i = 0; i < end.length; i++) {
            assertThat(tensor.data()[i]).as("%s[%d]", name, i).isCloseTo(end[i], within(2e-6f));
          }
        });
  }

  private static float max(float[] values) {
    float max = values[0];
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  private static float min(float[] values) {
    float min = values[0];
    for (float value : values) {
      min = Math.min(min, value);
    }
    return min;
  }

  @Test
  @DisplayName("gives the same bits on 1, 2 and 4 threads, with vectors or plain loops, every time")
  void sameBits() {
    long expected = crc(new ScalarKernels());
    FloatKernels best = FloatKernels.best();
    assertThat(crc(best)).as("vectors").isEqualTo(expected);
    assertThat(crc(best)).as("a second run").isEqualTo(expected);
    for (int threads : new int[] {1, 2, 4}) {
      try (Team team = new Team(threads)) {
        assertThat(crc(new ParallelKernels(best, team)))
            .as("%d threads", threads)
            .isEqualTo(expected);
      }
    }
  }

  /// Three steps of a model that is large enough for threads to share its work: its losses and
  /// weights, summed up.
  private static long crc(FloatKernels kernels) {
    SplittableRandom random = new SplittableRandom(SEED);
    SmallModel model = new SmallModel(50, 24, 96, random);
    Tape tape = new Tape(kernels);
    CRC32 crc = new CRC32();
    for (int step = 0; step < 3; step++) {
      update(crc, model.step(tape, indices(random, 300 * 3), indices(random, 300), 0.01).loss());
    }
    model.parameters().values().forEach(x -> update(crc, x.data()));
    return crc.getValue();
  }

  private static int[] indices(SplittableRandom random, int count) {
    return random.ints(count, 0, 50).toArray();
  }

  private static void update(CRC32 crc, float... values) {
    for (float value : values) {
      int bits = Float.floatToRawIntBits(value);
      for (int shift = 24; shift >= 0; shift -= 8) {
        crc.update(bits >> shift);
      }
    }
  }

  @Test
  @Tag("solutions")
  @DisplayName("uses the floats of its first step again in each of 400 steps")
  void floats() {
    SplittableRandom random = new SplittableRandom(SEED);
    int rows = 8;
    SmallModel model = new SmallModel(50, 8, 32, random);
    Tape tape = new Tape(FloatKernels.best());
    int[] symbols = indices(random, rows * 3);
    int[] targets = indices(random, rows);
    model.step(tape, symbols, targets, 1e-3);
    // Data and gradient of: what was embedded, 24; the hidden layer before and after the bias, the
    // layer norm and the GELU, 32 each; the scores before and after the bias, 50 each; the loss.
    // Then probabilities, slopes of the GELU, the normalised rows of the layer norm.
    long floats = rows * 2L * (24 + 4 * 32 + 2 * 50) + 2 + rows * (50 + 2 * 32);
    assertThat(tape.allocatedFloats()).isEqualTo(floats);
    long first = allocated(() -> steps(model, tape, symbols, targets));
    long second = allocated(() -> steps(model, tape, symbols, targets));
    assertThat(tape.allocatedFloats()).isEqualTo(floats);
    // What remains are short-lived objects of the kernels, fewer as they get compiled.
    assertThat(second).as("bytes in steps 202 to 401").isLessThanOrEqualTo(first);
  }

  private static void steps(SmallModel model, Tape tape, int[] symbols, int[] targets) {
    for (int step = 0; step < 200; step++) {
      model.step(tape, symbols, targets, 1e-3);
    }
  }

  @Test
  @Tag("solutions")
  @DisplayName("allocates less than 400 bytes an operation, however large the tensors are")
  void bytes() {
    Tape t = new Tape(new ScalarKernels());
    Tensor x = Tensor.parameter(32, 256);
    Tensor row = Tensor.parameter(256);
    Runnable step =
        () -> {
          t.reset();
          Tensor y = t.relu(t.add(t.mul(x, row), row));
          Tensor half = t.slice(y, 1, 0, 128);
          Tensor joined = t.concat(1, half, half);
          t.backward(t.sum(t.reshape(t.transpose(t.scale(joined, 2), 0, 1), 64, 128)));
        };
    step.run();
    long floats = t.allocatedFloats();
    int operations = t.outputs().size();
    assertThat(operations).isEqualTo(9);
    long bytes =
        allocated(() -> {
          for (int i = 0; i < 1_000; i++) {
            step.run();
          }
        });
    assertThat(t.allocatedFloats()).isEqualTo(floats);
    // One tensor of these has 32 KB. An operation makes a Tensor, its shape, a list of its inputs
    // and a way back.
    assertThat(bytes / 1_000).isBetween(1L, 400L * operations);
  }

  private static long allocated(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
