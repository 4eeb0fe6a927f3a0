package workbook.alignment;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.recurrent.Network;

/// Reads a whole string, and gives it one number: what people will think of it.
final class RewardModel {

  private final Network network;

  RewardModel(Network network) {
    this.network = network;
  }

  static RewardModel random(long seed) {
    return new RewardModel(StringPolicy.network(1, new SplittableRandom(seed)));
  }

  List<Tensor> parameters() {
    return List.copyOf(network.parameters().values());
  }

  /// A number for each of these strings: the score behind the last letter.
  Tensor rewards(Tape t, int... strings) {
    int rows = strings.length;
    int steps = Strings.LENGTH + 1;
    int[] read = new int[steps * rows];
    for (int i = 0; i < read.length; i++) {
      int place = i / rows;
      read[i] = place == 0 ? StringPolicy.START : Strings.letter(strings[i % rows], place - 1);
    }
    Tensor outputs = network.read(t, read, network.cell().start(rows)).outputs();
    Tensor last = t.slice(outputs, 0, steps - 1, steps);
    return t.reshape(network.scores(t, last), rows);
  }

  /// The rewards of all strings.
  double[] all() {
    Tape t = new Tape(FloatKernels.best());
    int[] strings = IntStream.range(0, Strings.COUNT).toArray();
    float[] rewards = t.withoutGradients(() -> rewards(t, strings).data());
    double[] all = new double[rewards.length];
    Arrays.setAll(all, i -> rewards[i]);
    return all;
  }
}
