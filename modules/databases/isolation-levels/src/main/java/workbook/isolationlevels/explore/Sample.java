package workbook.isolationlevels.explore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import workbook.engine.EngineException;
import workbook.isolationlevels.spec.Orders;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// Which interleavings are run: all there are, or some, chosen at random, none of them twice.
///
/// @param size how many; none for all
public record Sample(OptionalInt size, long seed) {

  public static final Sample ALL = new Sample(OptionalInt.empty(), 0);

  /// Refuses more than can be run.
  ///
  /// @param what there is too much of: `my has %s interleavings`
  /// @throws EngineException if there are more than the most, and all are to be run
  public void check(Specification specification, int most, String what) {
    if (size.isEmpty()) {
      String otherwise = "--sample %d runs so many of them".formatted(most);
      Orders.check(Interleavings.count(specification), most, what, otherwise);
    }
  }

  /// Whether it leaves any out.
  boolean isPart(Specification specification) {
    return size.isPresent()
        && Interleavings.count(specification).compareTo(BigInteger.valueOf(size.getAsInt())) > 0;
  }

  /// `20 interleavings`, or `500 of 34650 interleavings, seed 1`.
  public String title(Specification specification) {
    String all = Interleavings.count(specification) + " interleavings";
    return isPart(specification) ? "%d of %s, seed %d".formatted(size.getAsInt(), all, seed) : all;
  }

  /// How many they are.
  public int count(Specification specification) {
    return isPart(specification)
        ? size.getAsInt()
        : Interleavings.count(specification).intValueExact();
  }

  /// Hands them over one by one, in the order of [Interleavings].
  void forEach(Specification specification, Consumer<Permutation> action) {
    if (!isPart(specification)) {
      Interleavings.forEach(specification, action);
      return;
    }
    Random random = new Random(seed);
    TreeMap<String, Permutation> chosen = new TreeMap<>();
    while (chosen.size() < size.getAsInt()) {
      List<Integer> turns = turns(specification);
      Collections.shuffle(turns, random);
      StringBuilder key = new StringBuilder();
      turns.forEach(turn -> key.append((char) turn.intValue()));
      chosen.computeIfAbsent(key.toString(), _ -> permutation(specification, turns));
    }
    chosen.values().forEach(action);
  }

  /// The number of each session as often as it has steps. In a random order, each interleaving is
  /// as likely as any other.
  private static List<Integer> turns(Specification specification) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < specification.sessions().size(); i++) {
      turns.addAll(Collections.nCopies(specification.sessions().get(i).steps().size(), i));
    }
    return turns;
  }

  private static Permutation permutation(Specification specification, List<Integer> turns) {
    List<Session> sessions = specification.sessions();
    int[] taken = new int[sessions.size()];
    List<Step> steps = new ArrayList<>();
    turns.forEach(turn -> steps.add(sessions.get(turn).steps().get(taken[turn]++)));
    return Permutation.of(steps);
  }
}
