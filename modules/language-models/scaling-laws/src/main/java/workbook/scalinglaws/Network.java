package workbook.scalinglaws;

import java.util.List;
import java.util.SplittableRandom;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A network of two hidden layers that is shown a context of [ZipfSource] and scores the symbols.
/// Its width is its size. Hidden units that can die, as those of ReLU do, would make narrow
/// networks a matter of luck.
final class Network {

  private static final int LAYERS = 3;

  private final Tensor[] weights = new Tensor[LAYERS];
  private final Tensor[] biases = new Tensor[LAYERS];

  /// The last layer begins at 0, so that every symbol is as likely at first: a loss above ln 8
  /// would be unlearned for as long as a small run takes.
  Network(int width, long seed) {
    int[] sizes = {ZipfSource.BITS, width, width, ZipfSource.SYMBOLS};
    SplittableRandom random = new SplittableRandom(seed);
    for (int layer = 0; layer < LAYERS; layer++) {
      weights[layer] = Tensor.parameter(sizes[layer + 1], sizes[layer]);
      biases[layer] = Tensor.parameter(sizes[layer + 1]);
      if (layer < LAYERS - 1) {
        double most = 1 / StrictMath.sqrt(sizes[layer]);
        fill(weights[layer].data(), most, random);
        fill(biases[layer].data(), most, random);
      }
    }
  }

  private static void fill(float[] numbers, double most, SplittableRandom random) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (most * (2 * random.nextDouble() - 1));
    }
  }

  List<Tensor> parameters() {
    return List.of(weights[0], biases[0], weights[1], biases[1], weights[2], biases[2]);
  }

  /// How many numbers a network of that width learns.
  static int parameters(int width) {
    return (ZipfSource.BITS + 1) * width + (width + 1) * width + (width + 1) * ZipfSource.SYMBOLS;
  }

  /// @param codes of contexts, `[rows, BITS]`
  /// @return `[rows, SYMBOLS]`
  Tensor scores(Tape t, Tensor codes) {
    Tensor x = codes;
    for (int layer = 0; layer < LAYERS; layer++) {
      Tensor y = t.add(t.matmulTransposed(x, weights[layer]), biases[layer]);
      x = layer < LAYERS - 1 ? t.gelu(y) : y;
    }
    return x;
  }
}
