package workbook.recurrent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import workbook.lab.Svg;

/// The curves of [Vanishing] as SVG: a panel for each size of input, both on one logarithmic scale.
final class GradientPicture {

  private static final int LEFT = 60;
  private static final int WIDTH = 400;
  private static final int HEIGHT = 220;
  private static final int TOP = 70;
  private static final int PANEL = HEIGHT + 84;
  private static final int LINE = 22;

  /// Powers of ten at the ends of the scale.
  private static final int LOWEST = -12;

  private static final int HIGHEST = 4;

  /// Reds for the RNN, blues for the LSTM, the last two in greys: what the gate does alone.
  private static final List<String> COLOURS =
      List.of(
          "#f2a488", "#d9532c", "#8c2a0d", "#9cc3e6", "#3d7fc1", "#123f73", "#9aa5b1", "#1f2933");

  private final boolean chinese;
  private final Svg svg;

  private GradientPicture(boolean chinese, int curves) {
    this.chinese = chinese;
    this.svg =
        new Svg(
            LEFT + WIDTH + 20,
            TOP + Vanishing.INPUTS.length * PANEL + curves * LINE,
            in("雅可比矩阵的范数随步数的变化", "The norm of the Jacobian matrix against the number of steps"));
  }

  /// @param panels the curves of each size of input
  /// @param chinese its words in Chinese, and not in English
  static String draw(List<Map<String, double[]>> panels, boolean chinese) {
    GradientPicture picture = new GradientPicture(chinese, panels.getFirst().size());
    picture.heading();
    for (int panel = 0; panel < panels.size(); panel++) {
      int top = TOP + panel * PANEL;
      picture.axes(top, Vanishing.size(Vanishing.INPUTS[panel]));
      picture.curves(top, panels.get(panel));
    }
    picture.legend(panels.getFirst().keySet());
    return picture.svg.toString();
  }

  private String in(String ofChinese, String ofEnglish) {
    return chinese ? ofChinese : ofEnglish;
  }

  private void heading() {
    svg.text(
        20,
        30,
        16,
        "start",
        Svg.INK,
        in("状态(t) 对状态(t − k) 的导数的范数", "Norm of ∂ state(t) / ∂ state(t − k)"));
  }

  private void axes(int top, String size) {
    svg.text(LEFT, top - 10, 14, "start", Svg.INK, in("输入大小 ", "inputs of size ") + size);
    for (int power = LOWEST; power <= HIGHEST; power += 4) {
      double y = y(top, power);
      svg.line(LEFT, y, LEFT + WIDTH, y, power == 0 ? Svg.INK : Svg.FAINT);
      svg.text(LEFT - 8, y + 5, 14, "end", Svg.INK, "10" + superscript(power));
    }
    for (int distance = 0; distance <= Vanishing.STEPS; distance += 25) {
      svg.text(x(distance), top + HEIGHT + 20, 14, "middle", Svg.INK, String.valueOf(distance));
    }
    svg.text(LEFT + WIDTH / 2.0, top + HEIGHT + 42, 14, "middle", Svg.INK, in("步数 k", "steps k"));
  }

  private void curves(int top, Map<String, double[]> curves) {
    int number = 0;
    for (double[] norms : curves.values()) {
      StringBuilder points = new StringBuilder();
      for (int distance = 0; distance < norms.length; distance++) {
        double power = Math.log10(norms[distance]);
        if (power >= LOWEST) {
          points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(distance), y(top, power)));
        }
      }
      if (number < curves.size() - 1) {
        svg.curve(points.toString().strip(), COLOURS.get(number++));
      } else {
        dashed(points.toString().strip(), COLOURS.get(number));
      }
    }
  }

  /// What the gate does alone lies on the curve of the LSTM without feedback.
  private void dashed(String points, String colour) {
    svg.shape(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='2.4' stroke-dasharray='6 6'/>",
        points, colour);
  }

  private void legend(Iterable<String> names) {
    int y = TOP + Vanishing.INPUTS.length * PANEL - 12;
    int number = 0;
    for (String name : names) {
      svg.box(LEFT, y - 7, 28, 4, COLOURS.get(number++));
      svg.text(LEFT + 38, y, 14, "start", Svg.INK, in(translated(name), name));
      y += LINE;
    }
  }

  private static String translated(String name) {
    return name.replace("spectral radius", "谱半径")
        .replace("forget bias", "遗忘门偏置")
        .replace("LSTM, bias", "LSTM, 遗忘门偏置")
        .replace("no feedback", "切断反馈")
        .replace("gate alone", "只有遗忘门")
        .replace(", ", "，");
  }

  private static String superscript(int number) {
    StringBuilder text = new StringBuilder();
    for (char c : String.valueOf(number).toCharArray()) {
      text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }

  private static double x(int distance) {
    return LEFT + (double) distance / Vanishing.STEPS * WIDTH;
  }

  private static double y(int top, double power) {
    return top + (HIGHEST - power) / (HIGHEST - LOWEST) * HEIGHT;
  }
}
