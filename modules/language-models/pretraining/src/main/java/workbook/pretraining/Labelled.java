package workbook.pretraining;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A sentence as the grammar made it, or with one verb in the other number.
///
/// @param agrees the label: whether every verb agrees with its subject
/// @param tokens what a model is given
/// @param original the sentence as it was
record Labelled(boolean agrees, int[] tokens, int... original) {

  /// One half of all are changed. The verb is any of the sentence's.
  static Labelled of(int[] sentence, RandomGenerator random) {
    if (random.nextBoolean()) {
      return new Labelled(true, sentence, sentence);
    }
    int[] verbs =
        IntStream.range(0, sentence.length).filter(i -> Language.isVerb(sentence[i])).toArray();
    int[] changed = sentence.clone();
    int at = verbs[random.nextInt(verbs.length)];
    changed[at] = Language.otherNumber(sentence[at]);
    return new Labelled(false, changed, sentence);
  }

  int label() {
    return agrees ? 1 : 0;
  }

  static Rows rows(List<Labelled> examples) {
    return Rows.of(examples.stream().map(Labelled::tokens).toList());
  }
}
