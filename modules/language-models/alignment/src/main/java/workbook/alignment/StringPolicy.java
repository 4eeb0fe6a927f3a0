package workbook.alignment;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.recurrent.Cell;
import workbook.recurrent.GruCell;
import workbook.recurrent.Network;
import workbook.recurrent.State;

/// A language model of [Strings]: it reads a start symbol and the letters so far, and scores the
/// four that may come next.
final class StringPolicy implements Policy {

  private static final int INPUTS = 16;
  private static final int WIDTH = 32;

  /// Behind the four letters.
  static final int START = Strings.LETTERS;

  private final Network network;

  /// Of [#all], which is asked at every step.
  private final Tape ofAll = new Tape(FloatKernels.best());

  StringPolicy(Network network) {
    this.network = network;
  }

  /// With random weights, drawn as PyTorch would draw them.
  static StringPolicy random(long seed) {
    return new StringPolicy(network(Strings.LETTERS, new SplittableRandom(seed)));
  }

  /// A network that reads letters and the start symbol.
  ///
  /// @param outputs how many numbers it gives after each
  static Network network(int outputs, RandomGenerator random) {
    double bound = 1 / StrictMath.sqrt(WIDTH);
    return new Network(
        Init.normal(Tensor.parameter(Strings.LETTERS + 1, INPUTS), 1, random),
        GruCell.random(INPUTS, WIDTH, random),
        Init.uniform(Tensor.parameter(outputs, WIDTH), bound, random),
        Init.uniform(Tensor.parameter(outputs), bound, random));
  }

  /// Another with the same weights, which can go its own way.
  StringPolicy copy() {
    StringPolicy copy = random(0);
    for (int i = 0; i < parameters().size(); i++) {
      float[] from = parameters().get(i).data();
      System.arraycopy(from, 0, copy.parameters().get(i).data(), 0, from.length);
    }
    return copy;
  }

  @Override
  public List<Tensor> parameters() {
    return List.copyOf(network.parameters().values());
  }

  /// The sum over the letters of a string: log p(string) = Σ log p(letter | letters before).
  @Override
  public Tensor logProbabilities(Tape t, int... strings) {
    return t.sum(byLetter(t, strings), 0);
  }

  /// log p(letter | letters before) as `[place, string]`.
  Tensor byLetter(Tape t, int... strings) {
    int rows = strings.length;
    int[] read = new int[Strings.LENGTH * rows];
    int[] next = new int[Strings.LENGTH * rows];
    for (int i = 0; i < read.length; i++) {
      int place = i / rows;
      int string = strings[i % rows];
      read[i] = place == 0 ? START : Strings.letter(string, place - 1);
      next[i] = Strings.letter(string, place);
    }
    Tensor outputs = network.read(t, read, network.cell().start(rows)).outputs();
    Tensor logs = LogProbabilities.of(t, network.scores(t, outputs), next);
    return t.reshape(logs, Strings.LENGTH, rows);
  }

  /// Not string by string: strings that begin alike share what is known of their beginning, so the
  /// network reads 1 + 4 + … + 4⁵ = 1365 letters, and not 6 · 4096.
  @Override
  public double[] all() {
    Tape t = ofAll;
    t.reset();
    return t.withoutGradients(() -> {
      double[] logs = {0};
      int[] read = {START};
      State state = network.cell().start(1);
      for (int place = 0; place < Strings.LENGTH; place++) {
        Cell.Reading reading = network.read(t, read, state);
        int prefixes = logs.length;
        double[] longer = new double[prefixes * Strings.LETTERS];
        read = new int[longer.length];
        int[] before = new int[longer.length];
        float[] scores = network.scores(t, reading.outputs()).data();
        for (int prefix = 0; prefix < prefixes; prefix++) {
          double[] next = next(scores, prefix);
          for (int letter = 0; letter < Strings.LETTERS; letter++) {
            int i = prefix * Strings.LETTERS + letter;
            longer[i] = logs[prefix] + next[letter];
            read[i] = letter;
            before[i] = prefix;
          }
        }
        logs = longer;
        state = new State(t.embedding(reading.last().output(), before));
      }
      return logs;
    });
  }

  private static double[] next(float[] scores, int prefix) {
    double[] row = new double[Strings.LETTERS];
    for (int letter = 0; letter < row.length; letter++) {
      row[letter] = scores[prefix * row.length + letter];
    }
    return Distributions.normalised(row);
  }
}
