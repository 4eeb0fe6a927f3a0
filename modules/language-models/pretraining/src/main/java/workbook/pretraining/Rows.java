package workbook.pretraining;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Sentences side by side, filled up to the longest.
///
/// @param tokens row after row
/// @param lengths of each, without what fills it
record Rows(int[] tokens, int... lengths) {

  static Rows of(List<int[]> sentences) {
    int[] lengths = sentences.stream().mapToInt(sentence -> sentence.length).toArray();
    int longest = Arrays.stream(lengths).max().orElseThrow();
    int[] tokens = new int[lengths.length * longest];
    for (int row = 0; row < lengths.length; row++) {
      System.arraycopy(sentences.get(row), 0, tokens, row * longest, lengths[row]);
    }
    return new Rows(tokens, lengths);
  }

  int count() {
    return lengths.length;
  }

  int longest() {
    return tokens.length / lengths.length;
  }

  /// All places but the last `without` of each sentence, counted over all rows.
  int[] places(int without) {
    return IntStream.range(0, tokens.length)
        .filter(place -> place % longest() < lengths[place / longest()] - without)
        .toArray();
  }

  /// The last place of each sentence.
  int[] lastPlaces() {
    return IntStream.range(0, count()).map(row -> row * longest() + lengths[row] - 1).toArray();
  }

  /// What was read at some places.
  ///
  /// @param read `[rows, longest, width]`
  /// @return `[places, width]`
  static Tensor choose(Tape t, Tensor read, int... places) {
    int width = read.size(2);
    return t.embedding(t.reshape(read, read.size() / width, width), places);
  }
}
