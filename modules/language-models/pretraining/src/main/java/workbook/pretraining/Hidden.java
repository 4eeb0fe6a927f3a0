package workbook.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/// What an encoder is asked: sentences in which some words were hidden, and what stood there.
///
/// Of the words, 15 in 100 are chosen. Of the chosen, 80 in 100 become `[MASK]`, 10 any word, and
/// 10 stay as they are (Devlin and others, 2018). So the model never knows whether a word that it
/// sees is the right one.
///
/// @param inputs as [Rows#tokens], with the hidden ones replaced
/// @param places which were chosen
/// @param targets what stood there
record Hidden(int[] inputs, int[] places, int... targets) {

  private static final double CHOSEN = 0.15;

  /// What becomes of the words that were chosen.
  ///
  /// @param masked the share of those that become `[MASK]`
  /// @param swapped of those that become any word; what is left stays as it is
  record Fate(double masked, double swapped) {

    /// BERT's.
    static final Fate BERT = new Fate(0.8, 0.1);

    /// What one would do first.
    static final Fate ALL_MASKED = new Fate(1, 0);
  }

  /// At least one word is chosen.
  static Hidden of(Rows rows, Fate fate, RandomGenerator random) {
    int[] inputs = rows.tokens().clone();
    List<Integer> places = new ArrayList<>();
    while (places.isEmpty()) {
      for (int place = 0; place < inputs.length; place++) {
        if (inputs[place] >= Language.FIRST_WORD && random.nextDouble() < CHOSEN) {
          places.add(place);
        }
      }
    }
    for (int place : places) {
      double how = random.nextDouble();
      if (how < fate.masked()) {
        inputs[place] = Language.HIDDEN;
      } else if (how < fate.masked() + fate.swapped()) {
        inputs[place] = random.nextInt(Language.FIRST_WORD, Language.size());
      }
    }
    return of(rows, inputs, places);
  }

  /// All words of each sentence from some place on are hidden.
  ///
  /// @param cut gives that place
  static Hidden ends(Rows rows, ToIntFunction<int[]> cut) {
    int[] inputs = rows.tokens().clone();
    List<Integer> places = new ArrayList<>();
    for (int row = 0; row < rows.count(); row++) {
      int start = row * rows.longest();
      int end = start + rows.lengths()[row];
      for (int at = start + cut.applyAsInt(Arrays.copyOfRange(inputs, start, end));
          at < end;
          at++) {
        inputs[at] = Language.HIDDEN;
        places.add(at);
      }
    }
    return of(rows, inputs, places);
  }

  private static Hidden of(Rows rows, int[] inputs, List<Integer> places) {
    int[] chosen = places.stream().mapToInt(Integer::intValue).toArray();
    int[] targets = places.stream().mapToInt(place -> rows.tokens()[place]).toArray();
    return new Hidden(inputs, chosen, targets);
  }
}
