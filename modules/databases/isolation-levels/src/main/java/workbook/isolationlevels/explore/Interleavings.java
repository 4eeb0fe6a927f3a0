package workbook.isolationlevels.explore;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import workbook.engine.EngineException;
import workbook.isolationlevels.spec.Orders;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// All orders of a specification's steps that keep the order within each session.
public final class Interleavings {

  private Interleavings() {}

  /// How many there are: (a + b + …)! / (a! b! …) for sessions of a, b, … steps.
  public static BigInteger count(Specification specification) {
    return Orders.count(steps(specification));
  }

  /// Hands them over one by one, in the order of isolationtester: earlier sessions go first.
  public static void forEach(Specification specification, Consumer<Permutation> action) {
    Orders.forEach(steps(specification), order -> action.accept(Permutation.of(order)));
  }

  /// The first of them: one session after the other.
  public static Permutation first(Specification specification) {
    return Permutation.of(steps(specification).stream().flatMap(List::stream).toList());
  }

  /// Refuses a specification that has too many.
  ///
  /// @throws EngineException if there are more
  public static void check(Specification specification, int most) {
    Orders.check(
        count(specification),
        most,
        specification.name().replace("%", "%%") + " has %s interleavings",
        "that is more than can be run; leave out steps or sessions");
  }

  private static List<List<Step>> steps(Specification specification) {
    return specification.sessions().stream().map(Session::steps).toList();
  }
}
