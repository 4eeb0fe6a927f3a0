package workbook.dataquality;

import java.util.Collection;
import java.util.List;
import workbook.exercise.Todo;

/// Which one of several near duplicates stays.
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
    return Todo.todo("data-quality/3");
  }
}
