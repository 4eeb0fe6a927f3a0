package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.text.Audit;

@DisplayName("A network as a language model")
class NetworkModelTest {

  private static final int SYMBOLS = 7;

  private final int[] text = new SplittableRandom(1).ints(1500, 0, SYMBOLS).toArray();

  private static Network network(CellType type) {
    return Network.random(type, SYMBOLS, 4, 6, new SplittableRandom(2));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("passes the audit: sums of 1, no look ahead, two methods that agree")
  void audit(CellType type) {
    NetworkModel model = new NetworkModel(network(type), FloatKernels.best());
    assertThat(Audit.problems(model, text, 0, text.length, 1e-12, 3)).isEmpty();
    assertThat(Audit.problems(model, text, 900, 1400, 1e-12, 4)).isEmpty();
  }

  @Test
  @DisplayName("gives each place the same score, wherever scoring begins")
  void sameFromAnywhere() {
    NetworkModel model = new NetworkModel(network(CellType.GRU), FloatKernels.best());
    double[] all = model.logProbabilities(text, 0, text.length);
    for (int[] part : new int[][] {{0, 1}, {255, 258}, {256, 512}, {300, 1100}, {1499, 1500}}) {
      assertThat(model.logProbabilities(text, part[0], part[1]))
          .as("%d to %d", part[0], part[1])
          .isEqualTo(Arrays.copyOfRange(all, part[0], part[1]));
    }
  }

  @Test
  @DisplayName("scores every place at the joints of the blocks as it foretells it")
  void joints() {
    NetworkModel model = new NetworkModel(network(CellType.RNN), FloatKernels.best());
    double[] logs = model.logProbabilities(text, 0, text.length);
    for (int place : new int[] {0, 1, 255, 256, 257, 511, 512, 513, 1279, 1280, 1281, 1499}) {
      assertThat(logs[place])
          .as("place %d", place)
          .isEqualTo(StrictMath.log(model.next(text, place)[text[place]]));
    }
  }

  @Test
  @DisplayName("reads from the block before the one that is asked about")
  void blocks() {
    Network network = network(CellType.LSTM);
    double[] logs =
        new NetworkModel(network, FloatKernels.best()).logProbabilities(text, 0, text.length);
    // In one go from there, as it was trained.
    for (int block : new int[] {0, 1, 4}) {
      int start = block * NetworkModel.BLOCK;
      int end = Math.min(text.length, start + 2 * NetworkModel.BLOCK);
      int[] read = Arrays.copyOfRange(text, start, end);
      Tape tape = new Tape(FloatKernels.best());
      Tensor scores =
          network.scores(tape, network.read(tape, read, network.cell().start(1)).outputs());
      int place = end - 1;
      Tensor at = tape.slice(scores, 0, place - 1 - start, place - start);
      Tensor loss = tape.crossEntropy(at, text[place]);
      assertThat(logs[place]).as("place %d", place).isCloseTo(-loss.value(), within(1e-6));
    }
  }

  @Test
  @DisplayName("says before the first character what its biases say")
  void nothingRead() {
    Network network = network(CellType.RNN);
    Arrays.fill(network.outputBias().data(), 0);
    network.outputBias().data()[3] = (float) Math.log(SYMBOLS - 1);
    // The symbol 3 is as likely as all others together.
    assertThat(new NetworkModel(network, FloatKernels.best()).next(text, 0)[3])
        .isCloseTo(.5, within(1e-7));
  }
}
