package workbook.statespace;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Some symbols among noise, which have to be repeated at the end, in order (Gu and Dao, 2023,
/// figure 2): `..3.....1..5..|??? -> 315`.
///
/// @param places among which the symbols stand
/// @param symbols how many have to be repeated
/// @param selective whether they stand anywhere; if not, at the first places
record CopyTask(int places, int symbols, boolean selective) {

  /// How many kinds of symbol there are; 0 is the noise.
  static final int KINDS = 7;

  /// What stands where an answer is wanted.
  static final int QUERY = KINDS + 1;

  static final int VOCABULARY = KINDS + 2;

  /// Sequences and what is to be said at their last places.
  ///
  /// @param inputs row by row
  record Batch(int[] inputs, int[] targets) {}

  int time() {
    return places + symbols;
  }

  Batch batch(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] inputs = new int[rows * time()];
    int[] targets = new int[rows * symbols];
    for (int row = 0; row < rows; row++) {
      int[] at = positions(random);
      for (int i = 0; i < symbols; i++) {
        int symbol = 1 + random.nextInt(KINDS);
        inputs[row * time() + at[i]] = symbol;
        targets[row * symbols + i] = symbol;
      }
      Arrays.fill(inputs, row * time() + places, (row + 1) * time(), QUERY);
    }
    return new Batch(inputs, targets);
  }

  /// A sequence and its answer, for a reader: `.3..1|?? -> 31`.
  String shown(long seed) {
    Batch batch = batch(1, seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < time(); i++) {
      int symbol = batch.inputs()[i];
      text.append(i == places ? "|" : "");
      text.append(symbol == 0 ? "." : symbol == QUERY ? "?" : String.valueOf(symbol));
    }
    text.append(" -> ");
    Arrays.stream(batch.targets()).forEach(text::append);
    return text.toString();
  }

  /// Of all choices each with the same probability (Floyd, 1987), in order.
  private int[] positions(SplittableRandom random) {
    boolean[] taken = new boolean[places];
    for (int last = places - symbols; last < places && selective; last++) {
      int place = random.nextInt(last + 1);
      taken[taken[place] ? last : place] = true;
    }
    int[] at = new int[symbols];
    int found = 0;
    for (int place = 0; place < places; place++) {
      if (selective ? taken[place] : place < symbols) {
        at[found++] = place;
      }
    }
    return at;
  }
}
