package workbook.transformer;

import java.util.Locale;
import java.util.Map;
import workbook.lab.Svg;

/// The curves of [Depth] as SVG, on a logarithmic scale.
final class DepthPicture {

  private static final int LEFT = 70;
  private static final int TOP = 60;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 220;
  private static final int LINE = 22;

  /// The power of ten at the lower end of the scale.
  private static final int LOWEST = -2;

  /// That at the upper end: a little above 1.
  private static final double HIGHEST = 0.25;

  private static final Map<Block.Order, String> COLOURS =
      Map.of(
          Block.Order.POST,
          "#d9532c",
          Block.Order.PRE,
          "#3d7fc1",
          Block.Order.DEEP,
          "#66727f",
          Block.Order.SANDWICH,
          "#2e7d32");

  private final boolean chinese;
  private final Svg svg;

  private DepthPicture(boolean chinese) {
    this.chinese = chinese;
    this.svg =
        new Svg(
            LEFT + WIDTH + 30,
            TOP + HEIGHT + 56 + 4 * LINE,
            in("训练前每个块的梯度范数", "Norm of the gradient of each block before training"));
  }

  /// @param chinese its words in Chinese, and not in English
  static String draw(Map<Block.Order, double[]> curves, boolean chinese) {
    DepthPicture picture = new DepthPicture(chinese);
    picture.axes();
    curves.forEach(picture::curve);
    return picture.svg.toString();
  }

  private String in(String ofChinese, String ofEnglish) {
    return chinese ? ofChinese : ofEnglish;
  }

  private void axes() {
    svg.text(
        20,
        30,
        16,
        "start",
        Svg.INK,
        in("训练前每个块的梯度范数", "Norm of the gradient of each block before training"));
    for (int power = LOWEST; power <= 0; power++) {
      double y = y(power);
      svg.line(LEFT, y, LEFT + WIDTH, y, Svg.FAINT);
      String label = power == 0 ? "1" : "10" + "⁻" + "⁰¹²".charAt(-power);
      svg.text(LEFT - 8, y + 5, 14, "end", Svg.INK, label);
    }
    for (int layer = 1; layer <= Depth.LAYERS; layer = layer == 1 ? 6 : layer + 6) {
      svg.text(x(layer), TOP + HEIGHT + 20, 14, "middle", Svg.INK, String.valueOf(layer));
    }
    svg.text(
        LEFT + WIDTH / 2.0,
        TOP + HEIGHT + 42,
        14,
        "middle",
        Svg.INK,
        in("第几个块", "block, counted from the input"));
  }

  private void curve(Block.Order order, double[] norms) {
    StringBuilder points = new StringBuilder();
    for (int layer = 1; layer <= norms.length; layer++) {
      double height = y(Math.log10(norms[layer - 1]));
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(layer), height));
    }
    svg.curve(points.toString().strip(), COLOURS.get(order));
    int line = TOP + HEIGHT + 66 + order.ordinal() * LINE;
    svg.box(LEFT, line - 7, 28, 4, COLOURS.get(order));
    svg.text(LEFT + 38, line, 14, "start", Svg.INK, legend(order));
  }

  private String legend(Block.Order order) {
    return switch (order) {
      case POST -> in("后置归一化：norm(x + f(x))", "post-norm: norm(x + f(x))");
      case PRE -> in("前置归一化：x + f(norm(x))", "pre-norm: x + f(norm(x))");
      case DEEP -> in("DeepNorm：norm(αx + f(x))", "DeepNorm: norm(αx + f(x))");
      case SANDWICH -> in("三明治归一化：x + norm(f(norm(x)))", "sandwich: x + norm(f(norm(x)))");
    };
  }

  private static double x(int layer) {
    return LEFT + (layer - 1.0) / (Depth.LAYERS - 1) * WIDTH;
  }

  private static double y(double power) {
    return TOP + (HIGHEST - power) / (HIGHEST - LOWEST) * HEIGHT;
  }
}
