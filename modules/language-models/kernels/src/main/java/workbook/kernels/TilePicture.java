package workbook.kernels;

import workbook.lab.Svg;

/// Draws which parts of `a`, `b` and `c` one step of a tile's loop touches.
final class TilePicture {

  /// What stands in the picture.
  record Words(
      String title,
      String a,
      String b,
      String c,
      String floats,
      String vectors,
      String sums,
      String stored) {

    static final Words ENGLISH =
        new Words(
            "One step of the loop of a tile of 8 rows and 2 vectors",
            "a, as it lies",
            "b, packed into panels",
            "c",
            "step k: 8 floats",
            "step k: 2 vectors",
            "16 vectors of sums",
            "in registers, stored last");

    static final Words CHINESE =
        new Words(
            "8 行 × 2 个向量的寄存器分块，循环中的一步",
            "a，按原样存放",
            "b，打包成面板",
            "c",
            "第 k 步：8 个数",
            "第 k 步：2 个向量",
            "16 个向量的累加和",
            "留在寄存器，最后写回");
  }

  private static final String PAPER = "#eef1f4";
  private static final String A = "#b45309";
  private static final String B = "#2563eb";
  private static final String C = "#047857";

  /// The corner where the three matrices meet, and their sizes.
  private static final int LEFT = 140;

  private static final int TOP = 165;
  private static final int DEPTH = 100;
  private static final int WIDTH = 180;
  private static final int HEIGHT = 150;

  private final Words words;
  private final Svg svg;

  private TilePicture(Words words) {
    this.words = words;
    svg = new Svg(540, 355, words.title());
  }

  static String draw(Words words) {
    TilePicture picture = new TilePicture(words);
    picture.matrices();
    picture.tile();
    return picture.svg.toString();
  }

  private void matrices() {
    box(LEFT - 20 - DEPTH, TOP, DEPTH, HEIGHT, PAPER, 1);
    box(LEFT, TOP - 20 - DEPTH, WIDTH, DEPTH, PAPER, 1);
    box(LEFT, TOP, WIDTH, HEIGHT, PAPER, 1);
    text(LEFT - 20 - DEPTH, TOP + HEIGHT + 20, Svg.INK, words.a());
    text(LEFT, TOP - 20 - DEPTH - 8, Svg.INK, words.b());
    text(LEFT, TOP + HEIGHT + 20, Svg.INK, words.c());
  }

  private void tile() {
    int x = LEFT + 48;
    int y = TOP + 50;
    int step = 40; // how far the loop over k has come
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
    text(LEFT - 20 - DEPTH, TOP - 10, A, words.floats());
    text(LEFT + WIDTH + 16, TOP - 20 - DEPTH + step + 7, B, words.vectors());
    text(LEFT + WIDTH + 16, y + 15, C, words.sums());
    text(LEFT + WIDTH + 16, y + 34, C, words.stored());
    svg.dashed(
        LEFT + WIDTH + 12, TOP - 20 - DEPTH + step + 2, x + 98, TOP - 20 - DEPTH + step + 2, B);
    svg.dashed(LEFT + WIDTH + 12, y + 20, x + 98, y + 20, C);
  }

  private void box(int x, int y, int width, int height, String colour, double opacity) {
    svg.shape(
        "<rect x='%d' y='%d' width='%d' height='%d' fill='%s' fill-opacity='%s' stroke='%s'"
            + " stroke-width='0.6'/>",
        x, y, width, height, colour, opacity, Svg.INK);
  }

  private void text(int x, int y, String colour, String text) {
    svg.text(x, y, 15, "start", colour, text);
  }
}
