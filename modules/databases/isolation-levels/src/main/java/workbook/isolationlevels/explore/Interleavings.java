package workbook.isolationlevels.explore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// All orders of a specification's steps that keep the order within each session.
public final class Interleavings {

  private Interleavings() {}

  /// How many there are: (a + b + …)! / (a! b! …) for sessions of a, b, … steps.
  public static BigInteger count(Specification specification) {
    BigInteger count = BigInteger.ONE;
    int steps = 0;
    for (Session session : specification.sessions()) {
      for (int i = 1; i <= session.steps().size(); i++) {
        // Exact at every step: what stands there is a binomial coefficient times the count so far.
        count = count.multiply(BigInteger.valueOf(++steps)).divide(BigInteger.valueOf(i));
      }
    }
    return count;
  }

  /// Hands them over one by one, in the order of isolationtester: earlier sessions go first.
  public static void forEach(Specification specification, Consumer<Permutation> action) {
    List<List<Step>> sessions = specification.sessions().stream().map(Session::steps).toList();
    continued(sessions, new int[sessions.size()], new ArrayList<>(), action);
  }

  private static void continued(
      List<List<Step>> sessions, int[] taken, List<Step> order, Consumer<Permutation> action) {
    boolean complete = true;
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] < sessions.get(i).size()) {
        complete = false;
        order.add(sessions.get(i).get(taken[i]++));
        continued(sessions, taken, order, action);
        order.removeLast();
        taken[i]--;
      }
    }
    if (complete) {
      action.accept(Permutation.of(order));
    }
  }
}
