package workbook.transformer;

import java.util.Arrays;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.text.LanguageModel;
import workbook.text.Softmax;

/// A transformer of characters behind the interface that all models are scored by.
///
/// It can read as many characters as it has positions, its context. So windows of that length are
/// laid over the text, each half a context behind the last, and the second half of each is scored:
/// every place is foretold from half a context at least, and from all of one at most.
public final class CharacterModel implements LanguageModel {

  /// How many windows are read side by side.
  private static final int ROWS = 16;

  private final Model model;
  private final Tape tape;
  private final int half;

  public CharacterModel(Model model, FloatKernels kernels) {
    this.model = model;
    this.tape = new Tape(kernels);
    this.half = model.config().context() / 2;
  }

  @Override
  public int symbols() {
    return model.config().vocabulary();
  }

  @Override
  public double[] next(int[] text, int length) {
    if (length == 0) {
      // It was never asked what comes after nothing.
      double[] alike = new double[symbols()];
      Arrays.fill(alike, 1.0 / symbols());
      return alike;
    }
    int start = Math.max(0, (length - 1) / half - 1) * half;
    int[] read = Arrays.copyOfRange(text, start, length);
    return Softmax.of(logits(read, 1), (read.length - 1) * symbols(), symbols());
  }

  @Override
  public double[] logProbabilities(int[] text, int from, int to) {
    double[] logs = new double[to - from];
    if (from == 0 && to > 0) {
      logs[0] = -StrictMath.log(symbols());
    }
    int first = window(from);
    int last = window(to - 1);
    for (int window = first; window <= last; window += ROWS) {
      score(text, window, Math.min(ROWS, last + 1 - window), logs, from);
    }
    return logs;
  }

  /// Which window foretells a place.
  private int window(int place) {
    return Math.max(0, (place - 1) / half - 1);
  }

  private void score(int[] text, int window, int rows, double[] logs, int from) {
    int columns = 2 * half;
    int[] read = new int[rows * columns]; // Behind the end of the text are zeros, not looked at.
    for (int row = 0; row < rows; row++) {
      int start = (window + row) * half;
      System.arraycopy(text, start, read, row * columns, Math.min(columns, text.length - start));
    }
    float[] logits = logits(read, rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int place = (window + row) * half + column + 1;
        if (place >= from && place - from < logs.length && window(place) == window + row) {
          int at = (row * columns + column) * symbols();
          logs[place - from] = StrictMath.log(Softmax.of(logits, at, symbols())[text[place]]);
        }
      }
    }
  }

  private float[] logits(int[] read, int rows) {
    tape.reset();
    Tensor logits = tape.withoutGradients(() -> model.logits(tape, read, rows));
    return logits.data();
  }
}
