package workbook.recurrent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Two language models in the manner of ELMo (Peters and others, 2018): one reads a text forwards
/// and foretells the next word, the other reads it backwards and foretells the one before. Together
/// they have seen all of a word's surroundings, and neither has seen what it had to foretell.
///
/// They share the table of words, and the scores.
public record Bidirectional(Network forward, Network backward) {

  static Bidirectional random(int symbols, int inputs, int width, RandomGenerator random) {
    Network forward = Network.random(CellType.LSTM, symbols, inputs, width, random);
    Cell back = LstmCell.random(inputs, width, random);
    return new Bidirectional(
        forward,
        new Network(forward.embedding(), back, forward.outputWeights(), forward.outputBias()));
  }

  /// The sum of both losses, in nats a word.
  ///
  /// @param words at each step of time one of every text
  /// @param rows how many texts
  Tensor loss(Tape t, int[] words, int rows) {
    return t.add(loss(t, forward, words, rows), loss(t, backward, reversed(words, rows), rows));
  }

  private static Tensor loss(Tape t, Network network, int[] words, int rows) {
    int count = words.length - rows;
    int[] inputs = new int[count];
    int[] targets = new int[count];
    System.arraycopy(words, 0, inputs, 0, count);
    System.arraycopy(words, rows, targets, 0, count);
    Cell.Reading reading = network.read(t, inputs, network.cell().start(rows));
    return t.crossEntropy(network.scores(t, reading.outputs()), targets);
  }

  /// What stands for each word where it stands: the outputs of both models when they have just read
  /// it.
  ///
  /// @param words as for [#loss]
  /// @return `[time, rows, 2 · width]`, the forward model's part first
  Tensor vectors(Tape t, int[] words, int rows) {
    Tensor there = forward.read(t, words, forward.cell().start(rows)).outputs();
    Tensor back = backward.read(t, reversed(words, rows), backward.cell().start(rows)).outputs();
    return t.concat(2, there, turned(t, back));
  }

  /// The steps of time in the other order.
  private static Tensor turned(Tape t, Tensor x) {
    int steps = x.size(0);
    Tensor[] parts = new Tensor[steps];
    for (int time = 0; time < steps; time++) {
      parts[time] = t.slice(x, 0, steps - 1 - time, steps - time);
    }
    return t.concat(0, parts);
  }

  /// The steps of time in the other order, each with one word of every text.
  static int[] reversed(int[] words, int rows) {
    int[] reversed = new int[words.length];
    for (int start = 0; start < words.length; start += rows) {
      System.arraycopy(words, start, reversed, words.length - rows - start, rows);
    }
    return reversed;
  }

  /// All that is learned, what is shared once.
  Map<String, Tensor> parameters() {
    Map<String, Tensor> all = new LinkedHashMap<>(forward.parameters());
    all.putAll(backward.cell().weights().named("backward."));
    return all;
  }
}
