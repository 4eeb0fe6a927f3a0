package workbook.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.text.Softmax;

/// Sentences to be finished. Each word is drawn with the probability that the model gives it; the
/// marks that are no words are not drawn.
final class Writing {

  private final Reader reader;
  private final Tape tape;
  private final RandomGenerator random;

  Writing(Reader reader, Tape tape, RandomGenerator random) {
    this.reader = reader;
    this.tape = tape;
    this.random = random;
  }

  /// As a decoder does it: the next word, again and again, up to the full stop. Without one after
  /// [Language#LONGEST] tokens, the sentence stays as it is.
  List<int[]> next(List<int[]> beginnings) {
    List<int[]> sentences = new ArrayList<>(beginnings);
    while (true) {
      int[] open =
          IntStream.range(0, sentences.size()).filter(i -> goesOn(sentences.get(i))).toArray();
      if (open.length == 0) {
        return sentences;
      }
      Rows rows = Rows.of(Arrays.stream(open).mapToObj(sentences::get).toList());
      double[][] words = words(rows, rows.lastPlaces());
      for (int i = 0; i < open.length; i++) {
        int[] longer = Arrays.copyOf(sentences.get(open[i]), rows.lengths()[i] + 1);
        longer[longer.length - 1] = draw(words[i]);
        sentences.set(open[i], longer);
      }
    }
  }

  private static boolean goesOn(int... sentence) {
    return sentence.length < Language.LONGEST
        && !Language.show(sentence[sentence.length - 1]).equals(Language.STOP);
  }

  /// As an encoder can: each hidden word, from left to right, the model being asked anew after
  /// each.
  ///
  /// @param hidden sentences with [Language#HIDDEN] in place of the words to be found
  List<int[]> fill(List<int[]> hidden) {
    List<int[]> sentences = hidden.stream().map(int[]::clone).toList();
    while (true) {
      List<int[]> open = sentences.stream().filter(s -> firstHidden(s) < s.length).toList();
      if (open.isEmpty()) {
        return sentences;
      }
      Rows rows = Rows.of(open);
      int[] places =
          IntStream.range(0, open.size())
              .map(row -> row * rows.longest() + firstHidden(open.get(row)))
              .toArray();
      double[][] words = words(rows, places);
      for (int i = 0; i < open.size(); i++) {
        open.get(i)[firstHidden(open.get(i))] = draw(words[i]);
      }
    }
  }

  /// The same with one question for all hidden words of a sentence: none of them knows of the
  /// others.
  List<int[]> fillAtOnce(List<int[]> hidden) {
    Rows rows = Rows.of(hidden);
    int[] places =
        IntStream.of(rows.places(0)).filter(p -> rows.tokens()[p] == Language.HIDDEN).toArray();
    double[][] words = words(rows, places);
    List<int[]> sentences = hidden.stream().map(int[]::clone).toList();
    for (int i = 0; i < places.length; i++) {
      int row = places[i] / rows.longest();
      sentences.get(row)[places[i] % rows.longest()] = draw(words[i]);
    }
    return sentences;
  }

  private static int firstHidden(int... sentence) {
    int at = 0;
    while (at < sentence.length && sentence[at] != Language.HIDDEN) {
      at++;
    }
    return at;
  }

  /// The probability of each word, at each of the places.
  private double[][] words(Rows rows, int... places) {
    tape.reset();
    float[] scores =
        tape.withoutGradients(() -> reader.logits(tape, reader.read(tape, rows), places)).data();
    int words = Language.size() - Language.FIRST_WORD;
    return IntStream.range(0, places.length)
        .mapToObj(i -> Softmax.of(scores, i * Language.size() + Language.FIRST_WORD, words))
        .toArray(double[][]::new);
  }

  private int draw(double... words) {
    double left = random.nextDouble();
    int word = 0;
    while (word < words.length - 1 && left >= words[word]) {
      left -= words[word];
      word++;
    }
    return Language.FIRST_WORD + word;
  }
}
