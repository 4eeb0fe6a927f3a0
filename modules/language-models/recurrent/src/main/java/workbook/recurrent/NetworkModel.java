package workbook.recurrent;

import java.util.Arrays;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.text.LanguageModel;
import workbook.text.Softmax;

/// A network behind the interface that all models are scored by.
///
/// To read all of the text before every place would take too long. So it starts without a memory at
/// the last place that is a multiple of [#BLOCK] and has another such place between it and what is
/// asked: it has read 256 to 511 characters, or all there are. Where a place is scored from does
/// not change its score, and many blocks are read side by side.
public final class NetworkModel implements LanguageModel {

  static final int BLOCK = 256;

  /// Side by side; more would only need more memory.
  private static final int ROWS = 64;

  private final Network network;
  private final Tape tape;

  public NetworkModel(Network network, FloatKernels kernels) {
    this.network = network;
    this.tape = new Tape(kernels);
  }

  @Override
  public int symbols() {
    return network.symbols();
  }

  @Override
  public double[] next(int[] text, int length) {
    tape.reset();
    return tape.withoutGradients(() -> {
      State state = network.cell().start(1);
      int start = Math.max(0, (length / BLOCK - 1) * BLOCK);
      if (start < length) {
        int[] ids = Arrays.copyOfRange(text, start, length);
        state = network.read(tape, ids, state).last();
      }
      return Softmax.of(network.scores(tape, state.output()).data(), 0, symbols());
    });
  }

  @Override
  public double[] logProbabilities(int[] text, int from, int to) {
    double[] logs = new double[to - from];
    int firstBlock = from / BLOCK;
    int endBlock = Math.ceilDiv(to, BLOCK);
    for (int block = firstBlock; block < endBlock; block += ROWS) {
      score(text, block, Math.min(ROWS, endBlock - block), logs, from);
    }
    return logs;
  }

  /// Scores the places of some blocks. Each row reads the block before its own, which block 0 does
  /// not have: it is a case of its own.
  private void score(int[] text, int block, int rows, double[] logs, int from) {
    if (block == 0) {
      readAndScore(text, 0, 1, 0, logs, from);
      if (rows > 1) {
        readAndScore(text, 0, rows - 1, BLOCK, logs, from);
      }
    } else {
      readAndScore(text, block - 1, rows, BLOCK, logs, from);
    }
  }

  private void readAndScore(int[] text, int start, int rows, int before, double[] logs, int from) {
    State state = network.cell().start(rows);
    for (int at = 0; at < before + BLOCK; at++) {
      int time = at;
      State now = state;
      tape.reset();
      state =
          tape.withoutGradients(() -> {
            if (time >= before) {
              record(text, start, time, network.scores(tape, now.output()), logs, from);
            }
            return network.read(tape, column(text, start, rows, time), now).last().carried();
          });
    }
  }

  private void record(int[] text, int start, int time, Tensor scores, double[] logs, int from) {
    int symbols = symbols();
    for (int row = 0; row < scores.size(0); row++) {
      int place = (start + row) * BLOCK + time;
      if (place >= from && place - from < logs.length) {
        logs[place - from] =
            StrictMath.log(Softmax.of(scores.data(), row * symbols, symbols)[text[place]]);
      }
    }
  }

  /// The symbols that the rows read at one step of time; anything behind the end.
  private static int[] column(int[] text, int start, int rows, int time) {
    int[] ids = new int[rows];
    for (int row = 0; row < rows; row++) {
      int place = (start + row) * BLOCK + time;
      ids[row] = place < text.length ? text[place] : 0;
    }
    return ids;
  }
}
