package workbook.pretraining;

import java.util.List;
import java.util.Locale;
import workbook.lab.Svg;

/// The attention maps of a decoder's heads as SVG: in each a row for the place that looks, a column
/// for the place that is looked at; the darker, the more. The row of the last word is framed.
final class AttentionPicture {

  private static final int CELL = 17;
  private static final int LEFT = 66;
  private static final int TOP = 96;
  private static final int GAP = 14;
  private static final int ACROSS = 4;
  private static final String FRAME = "#d9532c";

  private final int[] tokens;
  private final boolean chinese;
  private final Svg svg;

  private AttentionPicture(int maps, boolean chinese, int... tokens) {
    this.tokens = tokens;
    this.chinese = chinese;
    this.svg = new Svg(LEFT + ACROSS * (side() + GAP), 60 + maps / ACROSS * height(), title());
  }

  /// @param chinese its words in Chinese, and not in English
  static String draw(List<float[][]> maps, boolean chinese, int... tokens) {
    AttentionPicture picture = new AttentionPicture(maps.size(), chinese, tokens);
    picture.svg.text(16, 28, 16, "start", Svg.INK, picture.title());
    for (int i = 0; i < maps.size(); i++) {
      picture.map(maps.get(i), i / ACROSS, i % ACROSS);
    }
    return picture.svg.toString();
  }

  private String title() {
    return chinese ? "每个头的注意力：行看列" : "Attention of each head: the row looks at the column";
  }

  private int side() {
    return CELL * tokens.length;
  }

  private int height() {
    return TOP + side();
  }

  private void map(float[][] weights, int layer, int head) {
    int x = LEFT + head * (side() + GAP);
    int y = 46 + layer * height() + TOP - GAP;
    String name = chinese ? "第 %d 层第 %d 头" : "layer %d, head %d";
    svg.text(x, y - TOP + 2 * GAP, 13, "start", Svg.INK, name.formatted(layer + 1, head + 1));
    for (int i = 0; i < tokens.length; i++) {
      String word = Language.show(tokens[i]);
      if (head == 0) {
        svg.text(x - 6, y + i * CELL + 13, 12, "end", Svg.INK, word);
      }
      svg.shape(
          "<text x='%1$d' y='%2$d' font-size='12' fill='%3$s' transform='rotate(-60 %1$d %2$d)'>%4$s</text>",
          x + i * CELL + 12, y - 4, Svg.INK, Svg.escaped(word));
      for (int j = 0; j < tokens.length; j++) {
        svg.box(x + j * CELL, y + i * CELL, CELL - 1, CELL - 1, shade(weights[i][j]));
      }
    }
    svg.shape(
        "<rect x='%d' y='%d' width='%d' height='%d' fill='none' stroke='%s' stroke-width='1.6'/>",
        x - 1, y + (tokens.length - 1) * CELL - 1, side() + 1, CELL + 1, FRAME);
  }

  /// From nearly white to dark blue.
  private static String shade(double weight) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(240 - 210 * weight),
        Math.round(244 - 170 * weight),
        Math.round(248 - 100 * weight));
  }
}
