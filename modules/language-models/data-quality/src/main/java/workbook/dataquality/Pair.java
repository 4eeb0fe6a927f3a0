package workbook.dataquality;

import java.util.Comparator;

/// Two documents by their numbers.
///
/// @param first the smaller number
record Pair(int first, int second) implements Comparable<Pair> {

  private static final Comparator<Pair> ORDER =
      Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second);

  @Override
  public int compareTo(Pair other) {
    return ORDER.compare(this, other);
  }
}
