package workbook.climbingstairs;

import java.util.HashSet;
import java.util.Set;
import workbook.lab.Svg;

/// The calls that [NaiveRecursion] makes, as a tree: most of them ask what has been asked before.
final class RecursionTreePicture {

  private static final String NEW = "#9fd3f5";
  private static final String REPEATED = "#f9c58d";
  private static final int RADIUS = 17;
  private static final int ACROSS = 50;
  private static final int DOWN = 62;
  private static final int TOP = 78;

  private final Svg svg;
  private final Set<Integer> asked = new HashSet<>();
  private int leaves;
  private int calls;

  private RecursionTreePicture(Svg svg) {
    this.svg = svg;
  }

  /// What stands in the picture, in one language.
  enum Words {
    ENGLISH(
        "The calls of the naive recursion for n = %d",
        "%d calls, of which %d ask what was asked before"),
    CHINESE("n = %d 时朴素递归的调用", "共 %d 次调用，其中 %d 次是重复的子问题");

    private final String title;
    private final String summary;

    Words(String title, String summary) {
      this.title = title;
      this.summary = summary;
    }
  }

  /// @param n the number of steps, from 2 to about 6: a tree with more calls is too wide for a page
  static String draw(int n, Words words) {
    int width = ACROSS * TwoVariables.ways(n, new Counter()).intValueExact() + 40;
    int height = TOP + DOWN * (n - 1) + RADIUS + 24;
    String title = words.title.formatted(n);
    Svg svg = new Svg(width, height, title);
    RecursionTreePicture picture = new RecursionTreePicture(svg);
    picture.node(n, 0);
    String summary = words.summary.formatted(picture.calls, picture.calls - picture.asked.size());
    svg.text(20, 30, 16, "start", Svg.INK, title);
    svg.text(20, 50, 13, "start", Svg.INK, summary);
    return svg.toString();
  }

  /// Draws a call and all that it leads to, in the order in which they are made.
  ///
  /// @return where it stands, from the left
  private double node(int n, int depth) {
    calls++;
    String fill = asked.add(n) ? NEW : REPEATED;
    double y = TOP + depth * (double) DOWN;
    double x;
    if (n <= 1) {
      x = 20 + ACROSS * (leaves + 0.5);
      leaves++;
    } else {
      // The lines belong under the discs, so the children are placed, then joined, then this disc.
      double left = node(n - 1, depth + 1);
      double right = node(n - 2, depth + 1);
      x = (left + right) / 2;
      edge(x, left, y);
      edge(x, right, y);
    }
    svg.disc(x, y, RADIUS, fill, Svg.INK);
    svg.text(x, y + 5, 15, "middle", Svg.INK, String.valueOf(n));
    return x;
  }

  private void edge(double parent, double child, double y) {
    double length = StrictMath.hypot(child - parent, DOWN);
    double inDisc = RADIUS / length;
    svg.line(parent, y, parent + (child - parent) * (1 - inDisc), y + DOWN * (1 - inDisc), Svg.INK);
  }
}
