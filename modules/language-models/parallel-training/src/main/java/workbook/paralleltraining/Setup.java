package workbook.paralleltraining;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import workbook.autograd.Init;
import workbook.autograd.Tensor;
import workbook.text.Batches;
import workbook.text.Corpus;
import workbook.text.Grammar;
import workbook.transformer.Activation;
import workbook.transformer.Block;
import workbook.transformer.Config;
import workbook.transformer.Style;

/// The training that all examples share: a small GPT, its first weights, and what it reads. Every
/// worker makes it for itself, to the same bits.
final class Setup {

  /// GPT-2's blocks, but the output matrix is not the table of embeddings: those of a pipeline lie
  /// on its first and its last stage.
  private static final Style UNTIED =
      new Style(
          Style.Positions.LEARNED,
          Block.Order.PRE,
          false,
          1e-5f,
          Activation.GELU,
          false,
          true,
          false,
          false);

  static final int LAYERS = 2;
  static final int WIDTH = 16;
  static final int HEADS = 4;

  /// How many characters a piece of text has.
  static final int TIME = 16;

  /// How many pieces are read at once, and how many times that makes a step.
  static final int ROWS = 2;

  static final int MICRO_BATCHES = 4;

  static final double RATE = 1e-2;
  static final double DECAY = 0.1;
  private static final long SEED = 1;

  static final Corpus CORPUS = Corpus.of("grammar", Grammar.ENGLISH.sentences(500, SEED));

  static final Config CONFIG =
      new Config(
          "GPT", UNTIED, CORPUS.alphabet().size(), TIME, WIDTH, LAYERS, HEADS, HEADS, 4 * WIDTH);

  private Setup() {}

  /// The weights of all tensors at the beginning, by their names.
  static Map<String, float[]> weights() {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, float[]> weights = new LinkedHashMap<>();
    CONFIG
        .shapes()
        .forEach((name, shape) -> {
          Tensor tensor = Tensor.parameter(shape);
          if (name.endsWith("gain")) {
            Init.constant(tensor, 1);
          } else if (shape.length == 2) {
            Init.normal(tensor, 0.1, random);
          }
          weights.put(name, tensor.data());
        });
    return weights;
  }

  /// What one step reads, in `count` micro-batches.
  static Batches.Batch[] microBatches(int step, int count) {
    Batches batches = new Batches(CORPUS, ROWS, TIME, SEED);
    batches.skip(step * count);
    Batches.Batch[] all = new Batches.Batch[count];
    Arrays.setAll(all, _ -> batches.next());
    return all;
  }
}
