package workbook.climbingstairs;

import java.util.Locale;
import workbook.lab.Svg;

/// How many operations each method makes, counted by running it. Both axes are logarithmic.
final class GrowthPicture {

  private static final int WIDTH = 480;
  private static final int HEIGHT = 380;
  private static final int LEFT = 48;
  private static final int RIGHT = 116;
  private static final int TOP = 52;
  private static final int BOTTOM = 44;
  private static final int DECADES_OF_N = 4;
  private static final int DECADES_OF_OPERATIONS = 5;
  private static final String[] EXPONENTS = {"1", "10", "10²", "10³", "10⁴", "10⁵"};

  private final Words words;
  private final Svg svg;

  private GrowthPicture(Words words) {
    this.words = words;
    this.svg = new Svg(WIDTH, HEIGHT, words.title);
  }

  /// What stands in the picture, in one language.
  enum Words {
    ENGLISH(
        "Additions and multiplications against n",
        "naive recursion",
        "memo, table,",
        "two variables",
        "matrix power",
        "fast doubling"),
    CHINESE("加法与乘法次数随 n 的增长", "朴素递归", "记忆化、填表、", "两个变量", "矩阵快速幂", "快速倍增");

    private final String title;
    private final String naive;
    private final String memo;
    private final String twoVariables;
    private final String matrix;
    private final String doubling;

    Words(
        String title,
        String naive,
        String memo,
        String twoVariables,
        String matrix,
        String doubling) {
      this.title = title;
      this.naive = naive;
      this.memo = memo;
      this.twoVariables = twoVariables;
      this.matrix = matrix;
      this.doubling = doubling;
    }
  }

  static String draw(Words words) {
    GrowthPicture picture = new GrowthPicture(words);
    picture.axes();
    picture.curve(NaiveRecursion::ways, 26, "#c0392b");
    picture.curve(TwoVariables::ways, 10_000, "#b9770e");
    picture.curve(MatrixPower::ways, 10_000, "#2e7d32");
    picture.curve(FastDoubling::ways, 10_000, "#1f5fa8");
    picture.label(24, 55_000, "#c0392b", words.naive);
    picture.label(10_000, 9_999, "#b9770e", words.memo);
    picture.label(10_000, 5_600, "#b9770e", words.twoVariables);
    picture.label(10_000, 260, "#2e7d32", words.matrix);
    picture.label(10_000, 85, "#1f5fa8", words.doubling);
    return picture.svg.toString();
  }

  private void axes() {
    for (int decade = 0; decade <= DECADES_OF_OPERATIONS; decade++) {
      double y = y(StrictMath.pow(10, decade));
      svg.line(LEFT, y, WIDTH - RIGHT, y, Svg.FAINT);
      svg.text(LEFT - 8, y + 4, 12, "end", Svg.INK, EXPONENTS[decade]);
    }
    for (int decade = 0; decade <= DECADES_OF_N; decade++) {
      double x = x(StrictMath.pow(10, decade));
      svg.line(x, TOP, x, HEIGHT - BOTTOM, Svg.FAINT);
      svg.text(x, HEIGHT - BOTTOM + 18, 12, "middle", Svg.INK, EXPONENTS[decade]);
    }
    svg.text(16, 28, 16, "start", Svg.INK, words.title);
    svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, 13, "middle", Svg.INK, "n");
  }

  private void curve(Method.Body method, int last, String colour) {
    StringBuilder points = new StringBuilder();
    // Every n as long as they are far apart on the axis, then 5 % more each time.
    for (int n = 2; n <= last; n = Math.max(n + 1, Math.min(last, n + n / 20))) {
      Counter counter = new Counter();
      method.ways(n, counter);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(n), y(counter.operations())));
      if (n == last) {
        break;
      }
    }
    svg.curve(points.toString().strip(), colour);
  }

  private void label(double n, double operations, String colour, String text) {
    svg.text(x(n) + 8, y(operations) + 4, 13, "start", colour, text);
  }

  private static double x(double n) {
    return LEFT + (WIDTH - LEFT - RIGHT) * StrictMath.log10(n) / DECADES_OF_N;
  }

  private static double y(double operations) {
    return HEIGHT
        - BOTTOM
        - (HEIGHT - TOP - BOTTOM) * StrictMath.log10(operations) / DECADES_OF_OPERATIONS;
  }
}
