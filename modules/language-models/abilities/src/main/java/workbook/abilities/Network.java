package workbook.abilities;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.lab.TrainingRun;
import workbook.transformer.Activation;
import workbook.transformer.Block;
import workbook.transformer.Config;
import workbook.transformer.Mask;
import workbook.transformer.Model;
import workbook.transformer.Style;
import workbook.transformer.Trainer;

/// A small GPT and its training, on batches that are drawn anew for each step. What is drawn
/// follows from the seed and the number of the step alone.
final class Network implements TrainingRun.Step {

  static final int WIDTH = 64;
  static final int HEADS = 4;

  private static final double DEVIATION = 0.1;
  private static final int WARMUP = 50;

  private final Model model;
  private final Tape tape = new Tape(FloatKernels.best());
  private final Trainer trainer;
  private final WarmupCosine schedule;
  private final long seed;
  private final LongFunction<Batch> batches;

  /// The sizes of a network.
  ///
  /// @param vocabulary how many kinds of token
  /// @param context the longest sequence
  /// @param hidden of the feed-forward network; 0 leaves nothing but attention
  /// @param positions how a place is told from another
  record Size(int vocabulary, int context, int layers, int hidden, Style.Positions positions) {

    private Config config() {
      Style style =
          new Style(
              positions,
              Block.Order.PRE,
              false,
              1e-5f,
              Activation.GELU,
              false,
              false,
              false,
              false);
      return new Config(
          "abilities",
          style,
          vocabulary,
          context,
          WIDTH,
          layers,
          HEADS,
          HEADS,
          Math.max(1, hidden));
    }
  }

  /// @param rate the highest; the last is a tenth of it
  /// @param batches the batch of a number, always the same
  Network(Size size, double rate, int steps, long seed, LongFunction<Batch> batches) {
    this.seed = seed;
    this.batches = batches;
    this.model = new Model(size.config());
    Map<String, Tensor> learned = new LinkedHashMap<>(model.parameters());
    if (size.hidden() == 0) {
      // With weights that stay 0, this part of a block adds 0.
      learned.keySet().removeIf(name -> name.contains(".up.") || name.contains(".down."));
    }
    SplittableRandom random = new SplittableRandom(seed);
    learned.values().stream()
        .filter(tensor -> tensor.axes() == 2)
        .forEach(tensor -> Init.normal(tensor, DEVIATION, random));
    this.trainer = new Trainer(learned, 0.99, 0.01, tape);
    this.schedule = new WarmupCosine(rate, rate / 10, Math.min(WARMUP, steps - 1), steps);
  }

  Model model() {
    return model;
  }

  @Override
  public float take(int done) {
    Batch batch = batches.apply(seed << 32 | done);
    return trainer.step(
        t -> t.crossEntropy(scores(t, batch), batch.targets()), schedule.rate(done));
  }

  private Tensor scores(Tape t, Batch batch) {
    Tensor read = model.read(t, batch.inputs(), batch.rows(), Mask.causal());
    Tensor flat = t.reshape(read, batch.inputs().length, WIDTH);
    Tensor asked = t.embedding(flat, batch.places());
    return t.matmulTransposed(asked, model.parameters().get("output.weight"));
  }

  /// The scores of all tokens at the places of a batch, one place behind the other. Nothing is
  /// learned.
  float[] scores(Batch batch) {
    tape.reset();
    return tape.withoutGradients(() -> scores(tape, batch).data().clone());
  }

  /// The token with the highest score at each place.
  int[] best(Batch batch) {
    float[] scores = scores(batch);
    int kinds = scores.length / batch.places().length;
    int[] best = new int[batch.places().length];
    for (int i = 0; i < best.length; i++) {
      int from = i * kinds;
      for (int kind = 1; kind < kinds; kind++) {
        best[i] = scores[from + kind] > scores[from + best[i]] ? kind : best[i];
      }
    }
    return best;
  }

  /// Writes on behind a question, always the most probable token: what was written is read again.
  ///
  /// @param inputs sequences whose places from `from` on are overwritten
  /// @param count how many tokens are written
  /// @return row by row, what was written
  int[] write(int rows, int[] inputs, int from, int count) {
    int time = inputs.length / rows;
    int[] all = inputs.clone();
    int[] written = new int[rows * count];
    int[] places = new int[rows];
    for (int i = 0; i < count; i++) {
      for (int row = 0; row < rows; row++) {
        places[row] = row * time + from - 1 + i;
      }
      int[] next = best(new Batch(rows, all, places));
      for (int row = 0; row < rows; row++) {
        written[row * count + i] = next[row];
        if (from + i < time) {
          all[row * time + from + i] = next[row];
        }
      }
    }
    return written;
  }

  /// How much attention each place gives to each: `[batch, heads, time, time]`, by layer.
  float[][] weights(Batch batch) {
    tape.reset();
    return tape.withoutGradients(() -> {
      float[][] weights = new float[model.blocks().size()][];
      Tensor x = model.embed(tape, batch.inputs(), batch.rows());
      for (int layer = 0; layer < weights.length; layer++) {
        Block block = model.blocks().get(layer);
        Tensor normed = block.first().norm().apply(tape, x);
        weights[layer] = block.attention().weights(tape, normed, Mask.causal()).data().clone();
        x = block.apply(tape, x, Mask.causal());
      }
      return weights;
    });
  }

  /// Does something without some heads: nothing that they found is passed on. Then they are there
  /// again.
  void without(int layer, List<Integer> heads, Runnable work) {
    Tensor output = model.parameters().get(layer + ".output.weight");
    float[] kept = output.data().clone();
    int of = WIDTH / HEADS;
    for (int head : heads) {
      for (int row = 0; row < WIDTH; row++) {
        int start = row * WIDTH + head * of;
        Arrays.fill(output.data(), start, start + of, 0);
      }
    }
    work.run();
    System.arraycopy(kept, 0, output.data(), 0, kept.length);
  }
}
