package workbook.dataquality;

import java.util.stream.IntStream;

/// Union–find: which documents hang together by any chain of pairs.
final class Clusters {

  private final int[] parents;

  /// @param documents how many; each is a cluster of its own at first
  Clusters(int documents) {
    parents = IntStream.range(0, documents).toArray();
  }

  /// Puts the clusters of two documents together.
  void join(Pair pair) {
    int a = first(pair.first());
    int b = first(pair.second());
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  /// The smallest number in a document's cluster: the one to keep.
  int first(int document) {
    int root = document;
    while (parents[root] != root) {
      root = parents[root];
    }
    int at = document;
    while (parents[at] != root) {
      int next = parents[at];
      parents[at] = root;
      at = next;
    }
    return root;
  }
}
