package workbook.alignment;

import java.util.random.RandomGenerator;

/// What the model learns to complete before it is aligned: after each letter comes the next of the
/// alphabet with probability 0.6 (after d comes a), and else any of the four.
final class Source {

  private static final double NEXT = 0.6;

  private Source() {}

  static int[] strings(int count, RandomGenerator random) {
    int[] strings = new int[count];
    for (int i = 0; i < count; i++) {
      strings[i] = string(random);
    }
    return strings;
  }

  private static int string(RandomGenerator random) {
    int letter = random.nextInt(Strings.LETTERS);
    int string = letter;
    for (int place = 1; place < Strings.LENGTH; place++) {
      boolean next = random.nextDouble() < NEXT;
      letter = next ? (letter + 1) % Strings.LETTERS : random.nextInt(Strings.LETTERS);
      string = string * Strings.LETTERS + letter;
    }
    return string;
  }

  /// Its own log-probability of a string.
  static double log(int string) {
    double log = -StrictMath.log(Strings.LETTERS);
    for (int place = 1; place < Strings.LENGTH; place++) {
      int expected = (Strings.letter(string, place - 1) + 1) % Strings.LETTERS;
      double p = (1 - NEXT) / Strings.LETTERS;
      log += StrictMath.log(Strings.letter(string, place) == expected ? p + NEXT : p);
    }
    return log;
  }
}
