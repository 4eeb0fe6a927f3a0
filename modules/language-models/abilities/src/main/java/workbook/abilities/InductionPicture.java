package workbook.abilities;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import workbook.lab.Svg;

/// The results of [Induction] as SVG: above, how copying comes about, step by step; below, where
/// each head looks.
final class InductionPicture {

  private static final int LEFT = 70;
  private static final int TOP = 70;
  private static final int WIDTH = 440;
  private static final int HEIGHT = 190;
  private static final int BELOW = TOP + HEIGHT + 130;
  private static final String RIGHT = "#1565c0";
  private static final String MATCH = "#2e7d32";
  private static final String CONTROL = "#66727f";

  private final boolean chinese;
  private final Svg svg;

  private InductionPicture(boolean chinese) {
    this.chinese = chinese;
    this.svg =
        new Svg(
            LEFT + WIDTH + 30,
            BELOW + HEIGHT + 60,
            in("归纳头的形成，每条线一个种子", "Induction heads come about: a line for each seed"));
  }

  /// @param chinese its words in Chinese, and not in English
  static String draw(List<Outcome> outcomes, boolean chinese) {
    return new InductionPicture(chinese).draw(outcomes);
  }

  private String draw(List<Outcome> outcomes) {
    axes(TOP);
    legend(20, 26, RIGHT, in("两层：正确率", "2 layers: share right"));
    legend(270, 26, MATCH, in("两层：最高的前缀匹配得分", "2 layers: best prefix match"));
    legend(20, 50, CONTROL, in("一层：正确率", "1 layer: share right"));
    for (int steps : Induction.LOOKS) {
      svg.text(x(steps), TOP + HEIGHT + 20, 14, "middle", Svg.INK, String.valueOf(steps));
    }
    svg.text(
        LEFT + WIDTH / 2.0,
        TOP + HEIGHT + 42,
        14,
        "middle",
        Svg.INK,
        in("训练步数", "steps of training"));
    for (Outcome one : Experiment.of(Induction.ONE, outcomes)) {
      curve(one, CONTROL, false);
    }
    for (Outcome two : Experiment.of(Induction.TWO, outcomes)) {
      curve(two, MATCH, true);
      curve(two, RIGHT, false);
    }
    axes(BELOW);
    legend(20, BELOW - 40, CONTROL, in("关注前一个位置", "attention to the place before"));
    legend(20, BELOW - 18, MATCH, in("关注上次出现之后的位置", "attention to behind the last occurrence"));
    for (Outcome two : Experiment.of(Induction.TWO, outcomes)) {
      Induction.heads(two).forEach(this::head);
    }
    double middle = LEFT + WIDTH / 2.0;
    String heads = in("头（层.编号）", "head (layer.number)");
    svg.text(middle, BELOW + HEIGHT + 44, 14, "middle", Svg.INK, heads);
    return svg.toString();
  }

  private String in(String inChinese, String english) {
    return chinese ? inChinese : english;
  }

  private void legend(double x, double y, String colour, String text) {
    svg.disc(x + 6, y - 5, 6, colour, "#ffffff").text(x + 20, y, 14, "start", Svg.INK, text);
  }

  private void axes(int top) {
    for (int fifths = 0; fifths <= 5; fifths++) {
      double y = y(top, fifths / 5.0);
      svg.line(LEFT, y, LEFT + WIDTH, y, Svg.FAINT);
      String share = String.format(Locale.ROOT, "%.1f", fifths / 5.0);
      svg.text(LEFT - 10, y + 5, 14, "end", Svg.INK, share);
    }
  }

  private void curve(Outcome outcome, String colour, boolean matching) {
    String points =
        IntStream.range(0, Induction.LOOKS.size())
            .mapToObj(look -> {
              double share =
                  matching ? Induction.matching(outcome, look) : Induction.right(outcome, look);
              return String.format(
                  Locale.ROOT, "%.1f,%.1f", x(Induction.LOOKS.get(look)), y(TOP, share));
            })
            .collect(Collectors.joining(" "));
    svg.curve(points, colour);
  }

  private void head(Induction.Head head) {
    int column = head.layer() * Network.HEADS + head.index();
    double x = LEFT + (column + 0.5) * WIDTH / (2 * Network.HEADS);
    svg.disc(x - 8, y(BELOW, head.previous()), 6, CONTROL, "#ffffff");
    svg.disc(x + 8, y(BELOW, head.matching()), 6, MATCH, "#ffffff");
    svg.text(x, BELOW + HEIGHT + 22, 14, "middle", Svg.INK, head.name());
  }

  private static double x(int steps) {
    return LEFT + (double) WIDTH * steps / Induction.STEPS;
  }

  private static double y(int top, double share) {
    return top + HEIGHT * (1 - share);
  }
}
