package workbook.abilities;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import workbook.transformer.Style;

/// Random symbols that repeat after a while. How long a period is, differs from sequence to
/// sequence, so no place tells what comes next: what stood behind the same symbols before does.
final class Copying {

  static final int SYMBOLS = 16;
  static final int TIME = 32;
  static final int SHORTEST = 8;
  static final int LONGEST = 15;
  static final int ROWS = 32;

  private Copying() {}

  /// Sequences of [#TIME] + 1 symbols, and after how many each repeats.
  record Sequences(int[][] symbols, int... periods) {

    /// All places: which symbol comes next?
    Batch batch() {
      int[] inputs = new int[symbols.length * TIME];
      int[] targets = new int[inputs.length];
      for (int row = 0; row < symbols.length; row++) {
        System.arraycopy(symbols[row], 0, inputs, row * TIME, TIME);
        System.arraycopy(symbols[row], 1, targets, row * TIME, TIME);
      }
      return new Batch(
          symbols.length, inputs, IntStream.range(0, inputs.length).toArray(), targets);
    }

    /// Whether a place has its symbol for the second time in the period, so that the next one is
    /// known.
    boolean isPredictable(int row, int place) {
      return place >= periods[row];
    }

    /// Whether nothing that came before says what comes next.
    boolean isRandom(int row, int place) {
      return place + 1 < periods[row];
    }
  }

  static Sequences draw(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] symbols = new int[rows][TIME + 1];
    int[] periods = new int[rows];
    for (int row = 0; row < rows; row++) {
      periods[row] = random.nextInt(SHORTEST, LONGEST + 1);
      for (int place = 0; place <= TIME; place++) {
        symbols[row][place] =
            place < periods[row] ? random.nextInt(SYMBOLS) : symbols[row][place - periods[row]];
      }
    }
    return new Sequences(symbols, periods);
  }

  static Network network(int layers, Style.Positions positions, double rate, int steps, long seed) {
    return new Network(
        new Network.Size(SYMBOLS, TIME, layers, 0, positions),
        rate,
        steps,
        seed,
        number -> draw(ROWS, number).batch());
  }

  /// The share of the places that are known of which a network finds the next symbol.
  static double right(Network network, Sequences sequences) {
    Batch batch = sequences.batch();
    int[] best = network.best(batch);
    int right = 0;
    int all = 0;
    for (int i = 0; i < best.length; i++) {
      if (sequences.isPredictable(i / TIME, i % TIME)) {
        all++;
        right += best[i] == batch.targets()[i] ? 1 : 0;
      }
    }
    return (double) right / all;
  }

  /// The mean of -ln p of the next symbol, where nothing says what it is. Whoever has no way to
  /// know gets ln 16 or more.
  static double lossOfRandom(Network network, Sequences sequences) {
    Batch batch = sequences.batch();
    float[] scores = network.scores(batch);
    double sum = 0;
    int all = 0;
    for (int i = 0; i < batch.targets().length; i++) {
      if (sequences.isRandom(i / TIME, i % TIME)) {
        all++;
        double largest = Double.NEGATIVE_INFINITY;
        for (int kind = 0; kind < SYMBOLS; kind++) {
          largest = Math.max(largest, scores[i * SYMBOLS + kind]);
        }
        double total = 0;
        for (int kind = 0; kind < SYMBOLS; kind++) {
          total += StrictMath.exp(scores[i * SYMBOLS + kind] - largest);
        }
        sum += StrictMath.log(total) + largest - scores[i * SYMBOLS + batch.targets()[i]];
      }
    }
    return sum / all;
  }

  /// How much of its attention a head gives, on average, to the place behind the last one that had
  /// the same symbol: the prefix-matching score. 1 is all.
  ///
  /// @param weights of one layer: `[batch, heads, time, time]`
  static double matching(float[] weights, int head, Sequences sequences) {
    double sum = 0;
    int all = 0;
    for (int row = 0; row < sequences.symbols().length; row++) {
      int[] symbols = sequences.symbols()[row];
      for (int place = 0; place < TIME; place++) {
        if (sequences.isPredictable(row, place)) {
          int last = place - 1;
          while (symbols[last] != symbols[place]) {
            last--;
          }
          int at = ((row * Network.HEADS + head) * TIME + place) * TIME;
          sum += weights[at + last + 1];
          all++;
        }
      }
    }
    return sum / all;
  }

  /// How much of its attention a head gives to the place before, on average.
  static double previous(float[] weights, int head, Sequences sequences) {
    double sum = 0;
    for (int row = 0; row < sequences.symbols().length; row++) {
      for (int place = 1; place < TIME; place++) {
        sum += weights[((row * Network.HEADS + head) * TIME + place) * TIME + place - 1];
      }
    }
    return sum / (sequences.symbols().length * (TIME - 1));
  }
}
