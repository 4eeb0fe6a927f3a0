package workbook.dataquality;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// Union–find whose roots are the documents to keep.
final class KeepLongest {

  private KeepLongest() {}

  /// Near duplicates of near duplicates belong together: if 0 and 1 are a pair, and 1 and 2, all
  /// three are one cluster. Of each cluster the longest document is kept, of several that are
  /// longest the one with the smallest number. A document that is in no pair is a cluster by
  /// itself.
  ///
  /// @param lengths of all documents, some of them perhaps 0; the array is not changed
  /// @param pairs in any order, some of them perhaps twice; a cluster may be a chain of some ten
  ///   thousand documents
  /// @return the numbers of those that are kept, in ascending order
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
