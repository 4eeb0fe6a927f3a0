package workbook.isolationlevels.matrix;

import java.util.List;
import java.util.Locale;
import workbook.engine.Level;
import workbook.isolationlevels.verdict.Anomaly;
import workbook.lab.Svg;

/// A matrix as a picture, narrow enough for a phone.
public final class MatrixSvg {

  private static final int EDGE = 12;
  private static final int LABELS = 176;
  private static final int COLUMN = 82;
  private static final int ROW = 25;
  private static final int TOP = 84;

  private static final String RED = "#f6c9c4";
  private static final String GREEN = "#cfe8d2";
  private static final String YELLOW = "#fbe6b2";
  private static final String BLUE = "#cfe0f2";

  private static final String MIDDLE = "text-anchor='middle'";
  private static final String BOLD = " font-weight='bold'";

  private MatrixSvg() {}

  /// Draws it; the version is left out, so that the picture changes only when a cell does.
  public static String of(Matrix matrix, Declaration declaration) {
    return of(matrix, declaration, PictureWords.ENGLISH);
  }

  static String of(Matrix matrix, Declaration declaration, PictureWords words) {
    int width = LABELS + COLUMN * matrix.levels().size() + EDGE;
    int height = TOP + ROW * Anomaly.values().length + 58;
    Svg svg =
        new Svg(width, height, "Anomalies and isolation levels of " + matrix.engine().title());
    svg.styled(EDGE, 32, 18, Svg.INK, BOLD, matrix.engine().title());
    for (int i = 0; i < matrix.levels().size(); i++) {
      heading(svg, i, matrix.levels().get(i), matrix);
    }
    for (Anomaly anomaly : Anomaly.values()) {
      int y = TOP + ROW * anomaly.ordinal();
      svg.text(EDGE, y + 16, 13, "start", Svg.INK, words.of(anomaly));
      for (int i = 0; i < matrix.levels().size(); i++) {
        Level level = matrix.levels().get(i);
        Cell cell = matrix.cell(anomaly, level).orElseThrow();
        String sign = String.valueOf(declaration.promise(anomaly, level).difference(cell)).strip();
        svg.box(LABELS + COLUMN * i + 2, y, COLUMN - 4, ROW - 3, colour(cell));
        svg.text(centre(i), y + 16, 12, "middle", Svg.INK, (words.of(cell) + " " + sign).strip());
      }
    }
    svg.text(EDGE, height - 32, 12, "start", Svg.GREY, words.legend());
    svg.text(EDGE, height - 16, 12, "start", Svg.GREY, words.more());
    return svg.toString();
  }

  private static void heading(Svg svg, int column, Level level, Matrix matrix) {
    boolean isDefault = level == matrix.engine().defaultLevel();
    List<String> words =
        List.of((level.sql().toLowerCase(Locale.ROOT) + (isDefault ? "*" : "")).split(" "));
    for (int i = 0; i < words.size(); i++) {
      int y = TOP - 12 - 14 * (words.size() - 1 - i);
      svg.styled(centre(column), y, 11, Svg.INK, MIDDLE + (isDefault ? BOLD : ""), words.get(i));
    }
  }

  private static double centre(int column) {
    return LABELS + COLUMN * (column + 0.5);
  }

  private static String colour(Cell cell) {
    return switch (cell.word()) {
      case Cell.OCCURS -> RED;
      case Cell.WAITED -> YELLOW;
      case Cell.SNAPSHOT -> GREEN;
      default -> BLUE;
    };
  }
}
