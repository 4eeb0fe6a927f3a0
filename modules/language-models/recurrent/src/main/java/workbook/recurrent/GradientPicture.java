package workbook.recurrent;

import java.util.Locale;
import java.util.Map;

/// The curves of [Vanishing] as SVG: a panel for each size of input, both on one logarithmic scale.
final class GradientPicture {

  private static final int WIDTH = 340;
  private static final int HEIGHT = 280;
  private static final int TOP = 66;

  /// Powers of ten at the ends of the scale.
  private static final int LOWEST = -12;

  private static final int HIGHEST = 4;

  private static final String INK = "#1f2933";
  private static final String FAINT = "#c9d1da";
  private static final String[] COLOURS = {
    "#f2a488", "#d9532c", "#8c2a0d", "#9cc3e6", "#3d7fc1", "#123f73"
  };

  private final StringBuilder shapes = new StringBuilder();

  private GradientPicture() {}

  static String draw() {
    GradientPicture picture = new GradientPicture();
    for (int panel = 0; panel < Vanishing.INPUTS.length; panel++) {
      int left = 64 + panel * (WIDTH + 66);
      float input = Vanishing.INPUTS[panel];
      Map<String, double[]> curves = Vanishing.curves(input);
      picture.axes(left, "inputs of size " + Vanishing.size(input));
      picture.curves(left, curves);
      if (panel == 0) {
        picture.legend(curves);
      }
    }
    return picture.svg();
  }

  private void axes(int left, String title) {
    text(left + WIDTH / 2, TOP - 12, "middle", title);
    for (int power = LOWEST; power <= HIGHEST; power += 4) {
      double y = y(power);
      add(
          "<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' stroke='%s'/>",
          left, y, left + WIDTH, y, power == 0 ? INK : FAINT);
      add(
          "<text x='%d' y='%.1f' font-size='13' text-anchor='end' fill='%s'>10<tspan dy='-5' font-size='10'>%d</tspan></text>",
          left - 8, y + 5, INK, power);
    }
    for (int distance = 0; distance <= Vanishing.STEPS; distance += 25) {
      text((int) x(left, distance), TOP + HEIGHT + 20, "middle", String.valueOf(distance));
    }
    text(left + WIDTH / 2, TOP + HEIGHT + 42, "middle", "steps in between");
  }

  private void curves(int left, Map<String, double[]> curves) {
    int number = 0;
    for (double[] norms : curves.values()) {
      StringBuilder points = new StringBuilder();
      for (int distance = 0; distance < norms.length; distance++) {
        double power = Math.log10(norms[distance]);
        if (power >= LOWEST) {
          points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(left, distance), y(power)));
        }
      }
      add(
          "<polyline points='%s' fill='none' stroke='%s' stroke-width='2.2'/>",
          points.toString().strip(), COLOURS[number++]);
    }
  }

  private void legend(Map<String, double[]> curves) {
    int number = 0;
    for (String name : curves.keySet()) {
      int x = 64 + number / 3 * (WIDTH + 66);
      int y = TOP + HEIGHT + 74 + number % 3 * 22;
      add(
          "<line x1='%d' y1='%d' x2='%d' y2='%d' stroke='%s' stroke-width='4'/>",
          x, y - 5, x + 28, y - 5, COLOURS[number++]);
      text(x + 38, y, "start", name);
    }
  }

  private static double x(int left, int distance) {
    return left + (double) distance / Vanishing.STEPS * WIDTH;
  }

  private static double y(double power) {
    return TOP + (HIGHEST - power) / (HIGHEST - LOWEST) * HEIGHT;
  }

  private void text(int x, int y, String anchor, String text) {
    add(
        "<text x='%d' y='%d' font-size='14' text-anchor='%s' fill='%s'>%s</text>",
        x, y, anchor, INK, text);
  }

  private void add(String shape, Object... values) {
    shapes.append("  ").append(String.format(Locale.ROOT, shape, values)).append('\n');
  }

  private String svg() {
    return """
    <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 830 480' font-family='sans-serif'>
      <title>The norm of the derivative of a state by an earlier one, against the distance</title>
      <rect width='830' height='480' rx='8' fill='#ffffff'/>
      <text x='20' y='30' font-size='16' fill='%s'>By how much a change of the state is lengthened on its way</text>
    %s</svg>
    """
        .formatted(INK, shapes);
  }
}
