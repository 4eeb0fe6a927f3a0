package workbook.embeddings;

import java.util.SplittableRandom;
import workbook.autograd.WarmupCosine;
import workbook.text.Corpus;

/// What a training run needs to know. The same settings give the same bits, on any machine and for
/// any number of threads.
///
/// @param context how many symbols are read
/// @param inputs how many numbers a symbol is looked up as
/// @param width how many the layer's output has
/// @param rows how many places a step learns from
/// @param rate the highest learning rate; it rises to it for a twentieth of the steps, and falls to
///   a tenth of it
record Settings(int context, int inputs, int width, int rows, double rate, int steps, long seed) {

  FeedForward network(Corpus corpus) {
    return FeedForward.random(
        corpus.alphabet().size(), context, inputs, width, new SplittableRandom(seed));
  }

  WarmupCosine schedule() {
    return new WarmupCosine(rate, rate / 10, steps / 20, steps);
  }
}
