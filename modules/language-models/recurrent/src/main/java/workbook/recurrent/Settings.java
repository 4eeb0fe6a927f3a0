package workbook.recurrent;

import java.util.SplittableRandom;
import workbook.autograd.Tape;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.text.Corpus;

/// What a training run needs to know. The same settings give the same bits, on any machine and for
/// any number of threads.
///
/// @param inputs how many numbers a symbol is looked up as
/// @param width how many the cell's output has
/// @param rows how many streams are read side by side
/// @param columns after how many steps of time the gradient is cut
/// @param rate the highest learning rate; it rises to it for a twentieth of the steps, and falls to
///   a tenth of it
public record Settings(
    CellType type,
    int inputs,
    int width,
    int rows,
    int columns,
    double rate,
    int steps,
    long seed) {

  Network network(Corpus corpus) {
    return Network.random(
        type, corpus.alphabet().size(), inputs, width, new SplittableRandom(seed));
  }

  Trainer trainer(Network network, Corpus corpus, FloatKernels kernels) {
    Streams streams = new Streams(corpus.symbols(), corpus.split(), rows, columns);
    return new Trainer(network, streams, rows, new Tape(kernels));
  }

  WarmupCosine schedule() {
    return new WarmupCosine(rate, rate / 10, steps / 20, steps);
  }
}
