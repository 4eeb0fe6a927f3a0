package workbook.statespace;

import java.util.List;
import java.util.Locale;
import workbook.lab.Svg;

/// The results of [Ablation] as SVG: a disc for every training, by the share of sequences repeated
/// without an error.
final class AblationPicture {

  private static final int LEFT = 190;
  private static final int TOP = 60;
  private static final int WIDTH = 365;
  private static final int LINE = 30;
  private static final String SELECTIVE = "#2e7d32";
  private static final String CONTROL = "#66727f";

  private final boolean chinese;

  private AblationPicture(boolean chinese) {
    this.chinese = chinese;
  }

  /// @param chinese its words in Chinese, and not in English
  static String draw(List<Trial.Outcome> outcomes, boolean chinese) {
    return new AblationPicture(chinese).draw(outcomes);
  }

  private String draw(List<Trial.Outcome> outcomes) {
    int bottom = TOP + Trial.KINDS.size() * LINE;
    Svg svg = new Svg(LEFT + WIDTH + 40, bottom + 50, title());
    svg.text(20, 30, 16, "start", Svg.INK, title());
    for (int tenths = 0; tenths <= 10; tenths += 2) {
      svg.line(x(tenths / 10.0), TOP - 10, x(tenths / 10.0), bottom, Svg.FAINT);
      String share = String.format(Locale.ROOT, "%.1f", tenths / 10.0);
      svg.text(x(tenths / 10.0), bottom + 20, 14, "middle", Svg.INK, share);
    }
    for (int line = 0; line < Trial.KINDS.size(); line++) {
      Trial kind = Trial.KINDS.get(line);
      double y = TOP + line * LINE + 8;
      svg.text(LEFT - 16, y + 5, 14, "end", Svg.INK, name(kind));
      for (Trial.Outcome outcome : outcomes) {
        if (outcome.trial().seed(0).equals(kind)) {
          svg.disc(x(outcome.whole()), y, 6, kind.selective() ? SELECTIVE : CONTROL, "#ffffff");
        }
      }
    }
    return svg.toString();
  }

  private String title() {
    return chinese
        ? "三个符号全对的序列所占比例，每点一次训练"
        : "Sequences with all 3 symbols right, a disc for each training";
  }

  private String name(Trial kind) {
    String gate = kind.arm().gate() ? "" : chinese ? "，无门" : ", no gate";
    String first = kind.selective() ? "" : chinese ? "，固定位置" : ", first places";
    return kind.arm().mixer() + gate + first;
  }

  private static double x(double share) {
    return LEFT + share * WIDTH;
  }
}
