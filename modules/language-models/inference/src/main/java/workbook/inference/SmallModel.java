package workbook.inference;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import workbook.autograd.AdamW;
import workbook.autograd.Gradients;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.text.Batches;
import workbook.text.Corpus;
import workbook.transformer.Config;
import workbook.transformer.Model;
import workbook.transformer.Style;

/// A GPT-2 of 35,712 parameters that learns the sentences of a grammar. A token is a byte, and a
/// line end begins and ends a sentence.
final class SmallModel {

  static final Config CONFIG = new Config("small", Style.GPT2, 256, 64, 32, 2, 4, 4, 128);
  static final long SEED = 1;

  static final int ROWS = 16;
  private static final double RATE = 5e-3;
  private static final double LONGEST_GRADIENT = 1;

  private final Model model = new Model(CONFIG);
  private final Batches batches;
  private final byte[] bytes;
  private final Tape tape;
  private final AdamW optimizer;
  private final WarmupCosine schedule;

  /// @param steps how many there will be
  SmallModel(Corpus corpus, int steps, FloatKernels kernels) {
    SplittableRandom random = new SplittableRandom(SEED);
    model.parameters().values().stream()
        .filter(tensor -> tensor.axes() == 2)
        .forEach(tensor -> Init.normal(tensor, 0.08, random));
    this.batches = new Batches(corpus, ROWS, CONFIG.context(), SEED);
    this.bytes = corpus.alphabet().characters().getBytes(StandardCharsets.ISO_8859_1);
    this.tape = new Tape(kernels);
    this.optimizer = new AdamW(List.copyOf(model.parameters().values()), 0);
    this.schedule = new WarmupCosine(RATE, RATE / 50, steps / 20, steps);
  }

  Model model() {
    return model;
  }

  /// One step.
  ///
  /// @return the loss before it, in nats per character
  float step(int done) {
    Batches.Batch batch = batches.next();
    tape.reset();
    Gradients.clear(model.parameters().values());
    Tensor logits = model.logits(tape, tokens(batch.inputs()), ROWS);
    Tensor loss = tape.crossEntropy(logits, tokens(batch.targets()));
    tape.backward(loss);
    Gradients.clip(model.parameters().values(), LONGEST_GRADIENT);
    optimizer.step(schedule.rate(done));
    return loss.value();
  }

  private int[] tokens(int... symbols) {
    int[] tokens = new int[symbols.length];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = bytes[symbols[i]];
    }
    return tokens;
  }
}
