package workbook.transformer;

import java.util.Locale;
import java.util.Map;
import workbook.lab.Svg;
import workbook.text.Grammar;

/// The curves of [Curves] as SVG, with the loss on a logarithmic scale.
final class CurvesPicture {

  private static final int LEFT = 70;
  private static final int TOP = 60;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 220;
  private static final int LINE = 22;
  private static final double[] TICKS = {0.25, 0.5, 1, 2, 4};
  private static final String ENTROPY = "#2e7d32";
  private static final Map<Curves.Variant, String> COLOURS =
      Map.of(
          Curves.Variant.GPT,
          "#3d7fc1",
          Curves.Variant.ROPE,
          "#66727f",
          Curves.Variant.LLAMA,
          "#d9532c");

  private final boolean chinese;
  private final Svg svg;

  private CurvesPicture(boolean chinese) {
    this.chinese = chinese;
    this.svg = new Svg(LEFT + WIDTH + 30, TOP + HEIGHT + 56 + 4 * LINE, title());
  }

  /// @param chinese its words in Chinese, and not in English
  static String draw(Map<Curves.Variant, Curves.Curve> curves, boolean chinese) {
    CurvesPicture picture = new CurvesPicture(chinese);
    picture.axes();
    picture.entropy();
    curves.forEach((variant, curve) -> picture.curve(variant, curve.losses()));
    return picture.svg.toString();
  }

  private String in(String ofChinese, String ofEnglish) {
    return chinese ? ofChinese : ofEnglish;
  }

  private String title() {
    return in("训练损失（nats/字符，对数刻度）", "Training loss, nats per character, logarithmic scale");
  }

  private void axes() {
    svg.text(20, 30, 16, "start", Svg.INK, title());
    for (double tick : TICKS) {
      svg.line(LEFT, y(tick), LEFT + WIDTH, y(tick), Svg.FAINT);
      svg.text(LEFT - 8, y(tick) + 5, 14, "end", Svg.INK, String.valueOf(tick).replace(".0", ""));
    }
    for (int step = 0; step <= Curves.STEPS; step += 50) {
      svg.text(x(step), TOP + HEIGHT + 20, 14, "middle", Svg.INK, String.valueOf(step));
    }
    svg.text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, 14, "middle", Svg.INK, in("训练步数", "step"));
  }

  private void entropy() {
    double entropy = Grammar.ENGLISH.entropyRate();
    svg.dashed(LEFT, y(entropy), LEFT + WIDTH, y(entropy), ENTROPY);
    String name = in("文法本身的熵：%.4f", "entropy of the grammar itself: %.4f");
    legend(3, ENTROPY, String.format(Locale.ROOT, name, entropy));
  }

  private void curve(Curves.Variant variant, double... losses) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < losses.length; i++) {
      double middle = (i + 0.5) * Curves.MEAN;
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(middle), y(losses[i])));
    }
    svg.curve(points.toString().strip(), COLOURS.get(variant));
    legend(variant.ordinal(), COLOURS.get(variant), name(variant));
  }

  private String name(Curves.Variant variant) {
    return switch (variant) {
      case GPT ->
          in("GPT 的组件：可学习的位置、LayerNorm、GELU", "GPT's blocks: learned positions, LayerNorm, GELU");
      case ROPE -> in("同上，但位置用 RoPE", "the same with RoPE for the positions");
      case LLAMA -> in("LLaMA 的组件：RoPE、RMSNorm、SwiGLU", "LLaMA's blocks: RoPE, RMSNorm, SwiGLU");
    };
  }

  private void legend(int line, String colour, String name) {
    int height = TOP + HEIGHT + 66 + line * LINE;
    svg.box(LEFT, height - 7, 28, 4, colour);
    svg.text(LEFT + 38, height, 14, "start", Svg.INK, name);
  }

  private static double x(double step) {
    return LEFT + step / Curves.STEPS * WIDTH;
  }

  private static double y(double loss) {
    return TOP + (Math.log(4) - Math.log(loss)) / (Math.log(4) - Math.log(0.25)) * HEIGHT;
  }
}
