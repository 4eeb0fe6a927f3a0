package workbook.kernels;

import java.util.Locale;

/// Draws which parts of `a`, `b` and `c` one step of a tile's loop touches.
final class TilePicture {

  private static final String INK = "#1f2933";
  private static final String PAPER = "#eef1f4";
  private static final String A = "#d97706";
  private static final String B = "#2563eb";
  private static final String C = "#059669";

  /// The corner where the three matrices meet, and their sizes.
  private static final int LEFT = 250;

  private static final int TOP = 205;
  private static final int DEPTH = 150;
  private static final int WIDTH = 320;
  private static final int HEIGHT = 150;

  private final StringBuilder shapes = new StringBuilder();

  private TilePicture() {}

  static String draw() {
    TilePicture picture = new TilePicture();
    picture.matrices();
    picture.tile();
    return """
    <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 800 420' font-family='sans-serif'>
      <title>One step of the loop of a tile of 8 rows and 2 vectors</title>
      <rect width='800' height='420' rx='8' fill='#ffffff'/>
    %s</svg>
    """
        .formatted(picture.shapes);
  }

  private void matrices() {
    box(LEFT - 20 - DEPTH, TOP, DEPTH, HEIGHT, PAPER, 1);
    box(LEFT, TOP - 20 - DEPTH, WIDTH, DEPTH, PAPER, 1);
    box(LEFT, TOP, WIDTH, HEIGHT, PAPER, 1);
    text(LEFT - 20 - DEPTH, TOP + HEIGHT + 20, "start", INK, "a, as it lies");
    text(LEFT + WIDTH + 16, TOP - 20 - DEPTH + 14, "start", INK, "b, packed into panels");
    text(LEFT, TOP + HEIGHT + 20, "start", INK, "c");
  }

  private void tile() {
    int x = LEFT + 96;
    int y = TOP + 50;
    int step = 60; // how far the loop over k has come
    box(LEFT - 20 - DEPTH, y, DEPTH, 40, A, 0.2);
    for (int row = 0; row < 8; row++) {
      box(LEFT - 20 - DEPTH + step, y + 5 * row, 5, 5, A, 1);
    }
    box(x, TOP - 20 - DEPTH, 96, DEPTH, B, 0.2);
    for (int vector = 0; vector < 2; vector++) {
      box(x + 48 * vector, TOP - 20 - DEPTH + step, 48, 5, B, 1);
      for (int row = 0; row < 8; row++) {
        box(x + 48 * vector, y + 5 * row, 48, 5, C, 0.85);
      }
    }
    text(LEFT - 20 - DEPTH, TOP - 10, "start", A, "step k: 8 floats");
    text(LEFT + WIDTH + 16, TOP - 20 - DEPTH + step + 6, "start", B, "step k: 2 vectors");
    text(LEFT + WIDTH + 16, y + 15, "start", C, "16 sums in registers,");
    text(LEFT + WIDTH + 16, y + 33, "start", C, "stored after the last step");
    line(LEFT + WIDTH + 12, TOP - 20 - DEPTH + step + 2, x + 98, B);
    line(LEFT + WIDTH + 12, y + 20, x + 98, C);
  }

  private void box(int x, int y, int width, int height, String colour, double opacity) {
    add(
        "<rect x='%d' y='%d' width='%d' height='%d' fill='%s' fill-opacity='%s' stroke='%s'"
            + " stroke-width='0.6'/>",
        x, y, width, height, colour, opacity, INK);
  }

  private void line(int fromX, int y, int toX, String colour) {
    add(
        "<line x1='%d' y1='%d' x2='%d' y2='%d' stroke='%s' stroke-dasharray='3 3'/>",
        fromX, y, toX, y, colour);
  }

  private void text(int x, int y, String anchor, String colour, String text) {
    add(
        "<text x='%d' y='%d' font-size='15' text-anchor='%s' fill='%s'>%s</text>",
        x, y, anchor, colour, text);
  }

  private void add(String shape, Object... values) {
    shapes.append("  ").append(String.format(Locale.ROOT, shape, values)).append('\n');
  }
}
