package workbook.basedetection;

import java.util.Locale;

/// Draws both sides of three equations against the base: one true in no base, one in one base, one
/// in every base.
final class Picture {

  private static final int LARGEST_BASE = 18;
  private static final int PANEL = 240;
  private static final int LEFT = 24;
  private static final int TOP = 46;
  private static final int WIDTH = 192;
  private static final int HEIGHT = 170;

  private static final String PRODUCT = "#1f5fa8";
  private static final String RESULT = "#c2410c";

  private final StringBuilder svg = new StringBuilder();

  private Picture() {}

  /// The drawing, as an SVG document.
  static String svg() {
    Picture picture = new Picture();
    picture.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 284\""
            + " font-family=\"sans-serif\" font-size=\"13\">",
        3 * PANEL);
    picture.add("<title>2 × 2 = 2, 6 × 9 = 42, 11 × 11 = 121</title>");
    picture.add("<rect width=\"%d\" height=\"284\" rx=\"8\" fill=\"#fbfaf7\"/>", 3 * PANEL);
    picture.panel(0, Equation.of("2", "2", "2"));
    picture.panel(PANEL, Equation.of("6", "9", "42"));
    picture.panel(2 * PANEL, Equation.of("11", "11", "121"));
    picture.legend();
    picture.add("</svg>");
    return picture.svg.toString();
  }

  private void panel(int x, Equation equation) {
    add("<g transform=\"translate(%d %d)\">", x + LEFT, TOP);
    add(
        "<text x=\"%d\" y=\"-18\" text-anchor=\"middle\" font-size=\"16\" fill=\"#222\">%s × %s ="
            + " %s</text>",
        WIDTH / 2, equation.p(), equation.q(), equation.r());
    add(
        "<path d=\"M0 0V%d H%d\" fill=\"none\" stroke=\"#777\" stroke-width=\"1\"/>",
        HEIGHT, WIDTH);
    for (int base = 2; base <= LARGEST_BASE; base += 4) {
      tick(base);
    }
    add("<text x=\"%d\" y=\"%d\" fill=\"#555\">B</text>", WIDTH + 4, HEIGHT + 16);
    double top = Math.max(product(equation, LARGEST_BASE), result(equation, LARGEST_BASE));
    for (int base = equation.lowestBase(); base <= LARGEST_BASE; base++) {
      double product = y(product(equation, base), top);
      double result = y(result(equation, base), top);
      boolean equal = equation.holdsIn(base);
      if (equal) {
        add(
            "<path d=\"M%d %.1fV%d\" stroke=\"#2f7d4f\" stroke-width=\"6\""
                + " stroke-opacity=\"0.25\"/>",
            x(base), product, HEIGHT);
      }
      add(
          "<circle cx=\"%d\" cy=\"%.1f\" r=\"4.5\" fill=\"none\" stroke=\"%s\""
              + " stroke-width=\"1.6\"/>",
          x(base), product, PRODUCT);
      add("<circle cx=\"%d\" cy=\"%.1f\" r=\"2.4\" fill=\"%s\"/>", x(base), result, RESULT);
    }
    Bases bases = Divisors.bases(equation).bases();
    if (bases instanceof Bases.One(int base)) {
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"middle\" font-weight=\"bold\""
              + " fill=\"#2f7d4f\">%d</text>",
          x(base), y(product(equation, base), top) - 12, base);
    }
    add("</g>");
  }

  private void tick(int base) {
    add(
        "<path d=\"M%d %dv4\" stroke=\"#777\"/><text x=\"%d\" y=\"%d\" text-anchor=\"middle\""
            + " fill=\"#555\">%d</text>",
        x(base), HEIGHT, x(base), HEIGHT + 18, base);
  }

  private void legend() {
    add(
        "<circle cx=\"260\" cy=\"262\" r=\"4.5\" fill=\"none\" stroke=\"%s\""
            + " stroke-width=\"1.6\"/>",
        PRODUCT);
    add("<text x=\"272\" y=\"266\" fill=\"#222\">p(B) × q(B)</text>");
    add("<circle cx=\"392\" cy=\"262\" r=\"2.4\" fill=\"%s\"/>", RESULT);
    add("<text x=\"404\" y=\"266\" fill=\"#222\">r(B)</text>");
  }

  private static double product(Equation equation, int base) {
    return equation.p().value(base).multiply(equation.q().value(base)).doubleValue();
  }

  private static double result(Equation equation, int base) {
    return equation.r().value(base).doubleValue();
  }

  private static int x(int base) {
    return 8 + (base - 2) * 11;
  }

  private static double y(double value, double top) {
    return HEIGHT - value / top * (HEIGHT - 14);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
