package workbook.climbingstairs;

import java.io.PrintStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// Not how many, but which: the ways themselves, one after the other.
///
/// There may be more of them than atoms in the world, so none is made before somebody asks for it.
@Command(
    name = "climbing-stairs/ways",
    description = "The ways to climb N steps, one after the other.")
public final class Ways implements Example {

  private static final int HIGHEST = 1_000;
  private static final int WIDTH = 80;

  @Parameters(
      paramLabel = "N",
      arity = "0..1",
      description = "The number of steps; ${DEFAULT-VALUE} if not given.")
  private int n = 5;

  @Mixin private StepsOption sizes;

  @Option(
      names = "--first",
      paramLabel = "F",
      description = "How many ways are listed; ${DEFAULT-VALUE} if not given.")
  private int first = 100;

  /// All ways to climb `n` steps, each as its moves, small steps first. Lazy: it takes no longer to
  /// get the first of 10^20 ways than the first of 10.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static Stream<List<Integer>> all(Steps steps, int n) {
    Height.check(n);
    Moves ways = new Moves(steps, n);
    if (!ways.climbable[n]) {
      return Stream.empty();
    }
    return Stream.iterate(ways.completed(List.of(), n), Objects::nonNull, ways::next);
  }

  private static final class Moves {

    private final Steps steps;

    /// Whether there is a way to climb that many steps.
    private final boolean[] climbable;

    Moves(Steps steps, int n) {
      this.steps = steps;
      climbable = new boolean[n + 1];
      climbable[0] = true;
      for (int i = 1; i <= n; i++) {
        for (int size : steps.sizes()) {
          climbable[i] |= size <= i && climbable[i - size];
        }
      }
    }

    /// The way that follows, or null after the last: the last move that can be made larger is, and
    /// the rest starts again from the smallest.
    private List<Integer> next(List<Integer> way) {
      int left = 0;
      for (int i = way.size() - 1; i >= 0; i--) {
        left += way.get(i);
        for (int size : steps.sizes()) {
          if (size > way.get(i) && size <= left && climbable[left - size]) {
            List<Integer> larger = new ArrayList<>(way.subList(0, i));
            larger.add(size);
            return completed(larger, left - size);
          }
        }
      }
      return null;
    }

    /// The moves, and then the smallest ones that lead to the top, `left` steps above. It never
    /// looks back, because it only makes a move after which the top can still be reached.
    private List<Integer> completed(List<Integer> moves, int left) {
      List<Integer> way = new ArrayList<>(moves);
      while (left > 0) {
        for (int size : steps.sizes()) {
          if (size <= left && climbable[left - size]) {
            way.add(size);
            left -= size;
            break;
          }
        }
      }
      return List.copyOf(way);
    }
  }

  static void main(String[] args) {
    Example.main(new Ways(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("N", n, 0, HIGHEST);
    Example.between("--first", first, 1, 1_000_000);
    Steps steps = sizes.steps();
    BigInteger count = SlidingWindow.ways(steps, n, new Counter());
    out.println(ClimbingStairs.heading(n, steps, Ends.of(count)));
    all(steps, n).limit(first).map(Ways::line).forEach(out::println);
    BigInteger more = count.subtract(BigInteger.valueOf(first));
    if (more.signum() > 0) {
      out.printf("and %s more%n", Ends.of(more));
    }
    return 0;
  }

  /// For instance `1 + 1 + 2`, or `30x1 + 2` where that would be too long for a line.
  private static String line(List<Integer> way) {
    String line = way.stream().map(String::valueOf).collect(Collectors.joining(" + "));
    if (way.isEmpty()) {
      return "stay where you are";
    }
    return line.length() <= WIDTH ? line : runs(way);
  }

  private static String runs(List<Integer> way) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= way.size(); i++) {
      if (i == way.size() || !way.get(i).equals(way.get(from))) {
        runs.add((i - from > 1 ? i - from + "x" : "") + way.get(from));
        from = i;
      }
    }
    return String.join(" + ", runs);
  }
}
