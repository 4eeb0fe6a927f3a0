package workbook.pretraining;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// The task of writing: a sentence is cut off behind one of its words, and the rest is to be found.
final class Continuation {

  private Continuation() {}

  /// Where to cut: at least `the` stays, and at least the full stop goes.
  private static int cut(int[] sentence, RandomGenerator random) {
    return random.nextInt(2, sentence.length);
  }

  /// What fine-tuning makes small. The decoder learns as before. The encoder learns what it will be
  /// asked: all words from some place on.
  static Tensor loss(Reader reader, Tape t, List<int[]> sentences, RandomGenerator random) {
    Rows rows = Rows.of(sentences);
    return switch (reader) {
      case Decoder decoder -> decoder.loss(t, rows, random);
      case Encoder encoder -> encoder.loss(t, rows, Hidden.ends(rows, row -> cut(row, random)));
    };
  }

  /// How many of the sentences, cut off and finished, are sentences of the language in which every
  /// verb agrees. The encoder is told how many words are missing; the decoder is not.
  static double share(Reader reader, Tape t, List<int[]> sentences, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Writing writing = new Writing(reader, t, random);
    List<int[]> beginnings = sentences.stream().map(s -> Arrays.copyOf(s, cut(s, random))).toList();
    List<int[]> finished =
        switch (reader) {
          case Decoder _ -> writing.next(beginnings);
          case Encoder _ -> writing.fill(hidden(beginnings, sentences));
        };
    return share(finished);
  }

  static double share(List<int[]> sentences) {
    return sentences.stream().mapToInt(s -> Agreement.holds(s) ? 1 : 0).average().orElseThrow();
  }

  /// The sentences, with all behind their beginnings hidden.
  static List<int[]> hidden(List<int[]> beginnings, List<int[]> sentences) {
    List<int[]> hidden = sentences.stream().map(int[]::clone).toList();
    for (int i = 0; i < hidden.size(); i++) {
      int[] sentence = hidden.get(i);
      Arrays.fill(sentence, beginnings.get(i).length, sentence.length, Language.HIDDEN);
    }
    return hidden;
  }
}
