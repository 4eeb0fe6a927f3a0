package workbook.dataquality;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// Union–find whose roots are the documents to keep.
final class KeepLongest {

  private KeepLongest() {}

  static List<Integer> of(int[] lengths, Collection<Pair> pairs) {
    int[] parents = IntStream.range(0, lengths.length).toArray();
    for (Pair pair : pairs) {
      int a = root(parents, pair.first());
      int b = root(parents, pair.second());
      boolean first = lengths[a] > lengths[b] || lengths[a] == lengths[b] && a < b;
      parents[first ? b : a] = first ? a : b;
    }
    return IntStream.range(0, lengths.length).filter(i -> parents[i] == i).boxed().toList();
  }

  private static int root(int[] parents, int document) {
    int root = document;
    while (parents[root] != root) {
      root = parents[root];
    }
    return root;
  }
}
