package workbook.basedetection;

import workbook.lab.Svg;

/// Draws both sides of three equations against the base: one true in no base, one in one base, one
/// in every base.
final class Picture {

  private static final int LARGEST_BASE = 18;
  private static final int PANEL = 160;
  private static final int LEFT = 16;
  private static final int TOP = 44;
  private static final int WIDTH = 126;
  private static final int HEIGHT = 170;

  private static final String PRODUCT = "#1f5fa8";
  private static final String RESULT = "#c2410c";
  private static final String HOLDS = "#2f7d4f";

  private final Svg svg = new Svg(3 * PANEL, 284, "2 × 2 = 2, 6 × 9 = 42, 11 × 11 = 121");

  private Picture() {}

  /// The drawing, as an SVG document.
  static String svg() {
    Picture picture = new Picture();
    picture.panel(0, Equation.of("2", "2", "2"));
    picture.panel(PANEL, Equation.of("6", "9", "42"));
    picture.panel(2 * PANEL, Equation.of("11", "11", "121"));
    picture.legend();
    return picture.svg.toString();
  }

  private void panel(int x, Equation equation) {
    svg.shape("<g transform='translate(%d %d)'>", x + LEFT, TOP);
    String title = "%s × %s = %s".formatted(equation.p(), equation.q(), equation.r());
    svg.text(WIDTH / 2.0, -16, 16, "middle", Svg.INK, title);
    svg.line(0, 0, 0, HEIGHT, Svg.GREY);
    svg.line(0, HEIGHT, WIDTH, HEIGHT, Svg.GREY);
    for (int base = 2; base <= LARGEST_BASE; base += 4) {
      svg.line(x(base), HEIGHT, x(base), HEIGHT + 4, Svg.GREY);
      svg.text(x(base), HEIGHT + 18, 13, "middle", Svg.INK, String.valueOf(base));
    }
    svg.text(WIDTH + 2, HEIGHT + 18, 13, "start", Svg.INK, "B");
    double top = Math.max(product(equation, LARGEST_BASE), result(equation, LARGEST_BASE));
    for (int base = equation.lowestBase(); base <= LARGEST_BASE; base++) {
      double product = y(product(equation, base), top);
      if (equation.holdsIn(base)) {
        svg.shape(
            "<path d='M%.1f %.1fV%d' stroke='%s' stroke-width='5' stroke-opacity='0.25'/>",
            x(base), product, HEIGHT, HOLDS);
      }
      svg.disc(x(base), product, 4.0, "none", PRODUCT);
      svg.disc(x(base), y(result(equation, base), top), 1.8, RESULT, RESULT);
    }
    if (Divisors.bases(equation).bases() instanceof Bases.One(int base)) {
      double above = y(product(equation, base), top) - 12;
      svg.text(x(base) + 2, above, 15, "end", HOLDS, String.valueOf(base));
    }
    svg.shape("</g>");
  }

  private void legend() {
    svg.disc(146, 262, 4.0, "none", PRODUCT);
    svg.text(156, 267, 14, "start", Svg.INK, "p(B) × q(B)");
    svg.disc(272, 262, 1.8, RESULT, RESULT);
    svg.text(282, 267, 14, "start", Svg.INK, "r(B)");
  }

  private static double product(Equation equation, int base) {
    return equation.p().value(base).multiply(equation.q().value(base)).doubleValue();
  }

  private static double result(Equation equation, int base) {
    return equation.r().value(base).doubleValue();
  }

  private static double x(int base) {
    return 6 + (base - 2) * 7.0;
  }

  private static double y(double value, double top) {
    return HEIGHT - value / top * (HEIGHT - 14);
  }
}
