package workbook.embeddings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `a` is to `b` as `c` is to `d`: man to king as woman to queen.
record Analogy(String a, String b, String c, String d) {

  /// All that hold in the planted text: two things that differ in one trait, and two others that
  /// differ in the same way.
  static List<Analogy> planted() {
    List<Analogy> found = new ArrayList<>();
    for (List<Planted.Thing> kind : List.of(Planted.PEOPLE, Planted.PLACES)) {
      for (Planted.Thing a : kind) {
        for (Planted.Thing b : kind) {
          for (Planted.Thing c : kind) {
            for (Planted.Thing d : kind) {
              if (holds(a.traits(), b.traits(), c.traits(), d.traits())) {
                found.add(new Analogy(a.word(), b.word(), c.word(), d.word()));
              }
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean holds(List<String> a, List<String> b, List<String> c, List<String> d) {
    int changes = 0;
    for (int i = 0; i < a.size(); i++) {
      boolean kept = a.get(i).equals(b.get(i)) && c.get(i).equals(d.get(i));
      boolean changed = a.get(i).equals(c.get(i)) && b.get(i).equals(d.get(i));
      if (!kept && !changed) {
        return false;
      }
      changes += kept ? 0 : 1;
    }
    return changes == 1 && !a.equals(c);
  }

  /// The word nearest to b - a + c. The three that were given are no answer; they are often the
  /// nearest of all.
  String answer(Vectors vectors) {
    return nearest(vectors, Set.of(a, b, c));
  }

  /// The same, with the three as answers too.
  String answerAmongAll(Vectors vectors) {
    return nearest(vectors, Set.of());
  }

  private String nearest(Vectors vectors, Set<String> without) {
    return vectors.nearest(vectors.analogy(a, b, c), 1, without).getFirst().word();
  }
}
