package workbook.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// What one run reads. Which sentences are for the test is decided by their own words, so none of
/// them, changed or not, is in the text or among the examples, whatever the seed.
///
/// @param text without labels
/// @param examples a few, with labels
/// @param test with labels
record Sentences(List<int[]> text, List<Labelled> examples, List<Labelled> test) {

  /// One sentence in so many is for the test.
  private static final int SHARE = 5;

  static Sentences of(int text, int examples, int test, long seed) {
    List<int[]> learned = new ArrayList<>();
    List<int[]> tested = new ArrayList<>();
    int wanted = text + examples;
    // Enough of both kinds, with one half to spare.
    for (int[] sentence : Language.sentences(3 * (wanted + SHARE * test) / 2, seed)) {
      (isForTest(sentence) ? tested : learned).add(sentence);
    }
    SplittableRandom random = new SplittableRandom(seed);
    return new Sentences(
        List.copyOf(learned.subList(examples, wanted)),
        learned.subList(0, examples).stream().map(s -> Labelled.of(s, random)).toList(),
        tested.subList(0, test).stream().map(s -> Labelled.of(s, random)).toList());
  }

  /// The sentences of the test as they were made.
  List<int[]> originals() {
    return test.stream().map(Labelled::original).toList();
  }

  static boolean isForTest(int... sentence) {
    return Math.floorMod(Arrays.hashCode(sentence), SHARE) == 0;
  }
}
