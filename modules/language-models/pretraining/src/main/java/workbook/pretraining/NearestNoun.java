package workbook.pretraining;

import java.util.List;

/// The rule of thumb that gets far without reading a sentence: a verb agrees with the noun that
/// stands closest before it.
final class NearestNoun {

  private NearestNoun() {}

  static boolean agrees(int... tokens) {
    boolean many = false;
    for (int token : tokens) {
      if (Language.isNoun(token)) {
        many = Language.word(token).many();
      } else if (Language.isVerb(token) && Language.word(token).many() != many) {
        return false;
      }
    }
    return true;
  }

  /// How many it tells right.
  static double accuracy(List<Labelled> examples) {
    return examples.stream()
        .mapToInt(example -> agrees(example.tokens()) == example.agrees() ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
