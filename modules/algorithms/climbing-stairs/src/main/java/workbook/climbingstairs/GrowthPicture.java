package workbook.climbingstairs;

import java.util.Locale;

/// How many operations each method makes, counted by running it. Both axes are logarithmic.
final class GrowthPicture {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 440;
  private static final int LEFT = 80;
  private static final int RIGHT = 150;
  private static final int TOP = 64;
  private static final int BOTTOM = 50;
  private static final int DECADES_OF_N = 4;
  private static final int DECADES_OF_OPERATIONS = 5;

  private final Svg svg = new Svg(WIDTH, HEIGHT, "Additions and multiplications against n");

  private GrowthPicture() {}

  static String draw() {
    GrowthPicture picture = new GrowthPicture();
    picture.axes();
    picture.curve(NaiveRecursion::ways, 26, "#c0392b");
    picture.curve(TwoVariables::ways, 10_000, "#b9770e");
    picture.curve(MatrixPower::ways, 10_000, "#2e7d32");
    picture.curve(FastDoubling::ways, 10_000, "#1f5fa8");
    picture.label(27, 150_000, "#c0392b", "naive recursion");
    picture.label(10_000, 9_999, "#b9770e", "memo, table,");
    picture.label(10_000, 6_600, "#b9770e", "two variables");
    picture.label(10_000, 260, "#2e7d32", "matrix power");
    picture.label(10_000, 85, "#1f5fa8", "fast doubling");
    return picture.svg.toString();
  }

  private void axes() {
    for (int decade = 0; decade <= DECADES_OF_OPERATIONS; decade++) {
      double y = y(StrictMath.pow(10, decade));
      svg.line(LEFT, y, WIDTH - RIGHT, y, Svg.FAINT);
      svg.text(LEFT - 8, y + 4, 12, "end", Svg.INK, "1" + "0".repeat(decade));
    }
    for (int decade = 0; decade <= DECADES_OF_N; decade++) {
      double x = x(StrictMath.pow(10, decade));
      svg.line(x, TOP, x, HEIGHT - BOTTOM, Svg.FAINT);
      svg.text(x, HEIGHT - BOTTOM + 18, 12, "middle", Svg.INK, "1" + "0".repeat(decade));
    }
    svg.text(20, 30, 16, "start", Svg.INK, "Additions and multiplications, counted");
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
