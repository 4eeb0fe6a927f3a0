package workbook.scalinglaws;

import java.util.List;
import java.util.Locale;
import workbook.lab.Svg;

/// The trainings of equal compute, as SVG: for each budget a curve over the size of the model.
final class ParabolasPicture {

  private static final int LEFT = 60;
  private static final int TOP = 60;
  private static final int WIDTH = 440;
  private static final int HEIGHT = 300;
  private static final double LEAST = 1.1;
  private static final double MOST = 1.5;
  private static final String[] COLOURS = {"#66727f", "#c62828", "#2e7d32", "#1565c0"};

  private ParabolasPicture() {}

  /// @param chinese its words in Chinese, and not in English
  static String draw(double entropy, boolean chinese) {
    String title =
        chinese
            ? "运算次数相同的训练：损失与参数个数 N（种子 1）"
            : "Trainings of as many operations: loss against parameters N (seed 1)";
    Svg svg = new Svg(LEFT + WIDTH + 100, TOP + HEIGHT + 60, title);
    svg.text(20, 28, 16, "start", Svg.INK, title);
    for (double loss = LEAST; loss < MOST + .01; loss += .1) {
      svg.line(LEFT, y(loss), LEFT + WIDTH, y(loss), Svg.FAINT);
      svg.text(
          LEFT - 10, y(loss) + 5, 14, "end", Svg.INK, String.format(Locale.ROOT, "%.1f", loss));
    }
    svg.dashed(LEFT, y(entropy), LEFT + WIDTH, y(entropy), Svg.INK);
    svg.text(LEFT + WIDTH + 8, y(entropy) + 5, 14, "start", Svg.INK, chinese ? "熵" : "entropy");
    for (int power = 3; power <= 5; power++) {
      double n = StrictMath.pow(10, power);
      svg.text(x(n), TOP + HEIGHT + 24, 14, "middle", Svg.INK, "10" + "³⁴⁵".charAt(power - 3));
    }
    List<Outcome> outcomes = Approaches.outcomes(1);
    for (int i = 0; i < Setting.BUDGETS.size(); i++) {
      double flops = Setting.BUDGETS.get(i);
      StringBuilder points = new StringBuilder();
      Outcome last = null;
      for (Outcome outcome : Approaches.ofBudget(outcomes, flops)) {
        double x = x(outcome.setting().parameters());
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(outcome.loss())));
        svg.disc(x, y(outcome.loss()), 4, COLOURS[i], "#ffffff");
        last = outcome;
      }
      svg.curve(points.toString().strip(), COLOURS[i]);
      svg.text(
          x(last.setting().parameters()) + 8,
          y(last.loss()) + 5,
          14,
          "start",
          COLOURS[i],
          String.format(Locale.ROOT, "%.1e", flops).replace("e+0", "e").replace("e+", "e"));
    }
    return svg.toString();
  }

  private static double x(double parameters) {
    return LEFT + WIDTH * StrictMath.log10(parameters / 300) / StrictMath.log10(1e5 / 300);
  }

  private static double y(double loss) {
    return TOP + HEIGHT * (MOST - loss) / (MOST - LEAST);
  }
}
