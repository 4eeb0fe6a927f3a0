package workbook.statespace;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import workbook.lab.Svg;

/// What [Cost] counts, against the length, as SVG; both axes are logarithmic.
final class CostPicture {

  private static final int LEFT = 60;
  private static final int TOP = 70;
  private static final int WIDTH = 220;
  private static final int HEIGHT = 210;
  private static final int APART = 70;
  private static final int LINE = 22;
  private static final String ATTENTION = "#d9532c";
  private static final String RETENTION = "#3d7fc1";
  private static final String MAMBA = "#2e7d32";
  private static final String FOURIER = "#66727f";

  private final boolean chinese;
  private final Svg svg;

  private CostPicture(boolean chinese) {
    this.chinese = chinese;
    this.svg = new Svg(2 * LEFT + 2 * WIDTH + APART - 30, TOP + HEIGHT + 60 + 2 * LINE, title());
  }

  /// @param chinese its words in Chinese, and not in English
  static String draw(Cost.Counts counts, boolean chinese) {
    CostPicture picture = new CostPicture(chinese);
    picture.svg.text(20, 30, 16, "start", Svg.INK, picture.title());
    picture.panel(0, picture.in("乘法次数", "products of two numbers"), 5, 9);
    picture.curve(0, 5, 9, ATTENTION, counts.attention(), Cost.Taken::products);
    picture.curve(0, 5, 9, RETENTION, counts.retention(), Cost.Taken::products);
    picture.curve(0, 5, 9, MAMBA, counts.mamba(), Cost.Taken::products);
    picture.curve(0, 5, 9, FOURIER, counts.convolution(), Cost.Taken::products);
    picture.panel(1, picture.in("逐步之间保留的字节数", "bytes kept from place to place"), 3, 6);
    picture.curve(1, 3, 6, ATTENTION, counts.attention(), Cost.Taken::bytes);
    picture.curve(1, 3, 6, RETENTION, counts.retention(), Cost.Taken::bytes);
    picture.curve(1, 3, 6, MAMBA, counts.mamba(), Cost.Taken::bytes);
    picture.legend(0, 0, ATTENTION, picture.in("注意力", "attention"));
    picture.legend(1, 0, RETENTION, picture.in("RetNet 的状态", "RetNet's state"));
    picture.legend(0, 1, MAMBA, picture.in("Mamba 的状态", "Mamba's states"));
    picture.legend(1, 1, FOURIER, picture.in("FFT 长卷积", "long convolution by FFT"));
    return picture.svg.toString();
  }

  private String in(String ofChinese, String ofEnglish) {
    return chinese ? ofChinese : ofEnglish;
  }

  private String title() {
    return in("一层的开销与序列长度（对数刻度）", "What a layer takes, by the length of the sequence");
  }

  private void panel(int panel, String name, int least, int most) {
    svg.text(x(panel, Cost.SHORTEST), TOP - 14, 14, "start", Svg.INK, name);
    for (int power = least; power <= most; power++) {
      double y = y(Math.pow(10, power), least, most);
      svg.line(x(panel, Cost.SHORTEST), y, x(panel, Cost.LONGEST), y, Svg.FAINT);
      svg.text(x(panel, Cost.SHORTEST) - 8, y + 5, 14, "end", Svg.INK, "10" + superscript(power));
    }
    for (int length = Cost.SHORTEST; length <= Cost.LONGEST; length *= 4) {
      svg.text(x(panel, length), TOP + HEIGHT + 20, 14, "middle", Svg.INK, String.valueOf(length));
    }
  }

  private static char superscript(int digit) {
    return "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit);
  }

  private void curve(
      int panel,
      int least,
      int most,
      String colour,
      List<Cost.Taken> taken,
      ToLongFunction<Cost.Taken> what) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < taken.size(); i++) {
      double y = y(what.applyAsLong(taken.get(i)), least, most);
      double x = x(panel, Cost.SHORTEST << i);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    svg.curve(points.toString().strip(), colour);
  }

  private void legend(int column, int line, String colour, String name) {
    double x = x(column, Cost.SHORTEST);
    double y = TOP + HEIGHT + 50 + line * LINE;
    svg.box(x, y - 7, 28, 4, colour);
    svg.text(x + 38, y, 14, "start", Svg.INK, name);
  }

  private static double x(int panel, int length) {
    double share = log(length, Cost.SHORTEST) / log(Cost.LONGEST, Cost.SHORTEST);
    return LEFT + panel * (WIDTH + APART) + share * WIDTH;
  }

  private static double log(double number, double from) {
    return Math.log(number / from);
  }

  private static double y(double number, int least, int most) {
    return TOP + HEIGHT * (most - Math.log10(number)) / (most - least);
  }
}
