package workbook.isolationlevels.matrix;

import workbook.engine.Level;
import workbook.isolationlevels.Svg;
import workbook.isolationlevels.verdict.Anomaly;

/// A matrix as a picture.
public final class MatrixSvg {

  private static final int LABELS = 190;
  private static final int COLUMN = 124;
  private static final int ROW = 25;
  private static final int TOP = 76;

  private MatrixSvg() {}

  /// Draws it; the version is left out, so that the picture changes only when a cell does.
  public static String of(Matrix matrix, Declaration declaration) {
    int width = LABELS + COLUMN * matrix.levels().size() + 20;
    int height = TOP + ROW * Anomaly.values().length + 46;
    Svg svg =
        new Svg(width, height, "Anomalies and isolation levels of " + matrix.engine().title());
    svg.text(20, 32, 18, Svg.INK, "font-weight='bold'", matrix.engine().title());
    for (int i = 0; i < matrix.levels().size(); i++) {
      Level level = matrix.levels().get(i);
      boolean isDefault = level == matrix.engine().defaultLevel();
      svg.text(
          LABELS + COLUMN * (i + 0.5),
          TOP - 12,
          10,
          Svg.INK,
          "text-anchor='middle'" + (isDefault ? " font-weight='bold'" : ""),
          level.sql() + (isDefault ? " *" : ""));
    }
    for (Anomaly anomaly : Anomaly.values()) {
      int y = TOP + ROW * anomaly.ordinal();
      svg.text(20, y + 16, 13, Svg.INK, "", anomaly.title());
      for (int i = 0; i < matrix.levels().size(); i++) {
        Level level = matrix.levels().get(i);
        Cell cell = matrix.cell(anomaly, level).orElseThrow();
        String sign = String.valueOf(declaration.promise(anomaly, level).difference(cell)).strip();
        svg.box(LABELS + COLUMN * i + 2, y, COLUMN - 4, ROW - 3, colour(cell));
        svg.text(
            LABELS + COLUMN * (i + 0.5),
            y + 15.5,
            12,
            Svg.INK,
            "text-anchor='middle'",
            ((cell.occurs() ? cell.word() : cell) + " " + sign).strip());
      }
    }
    svg.text(
        20,
        height - 16,
        11,
        Svg.GREY,
        "",
        "* default   ~ prevented, yet not serializable   + better than the manual says   ! worse");
    return svg.toString();
  }

  private static String colour(Cell cell) {
    return switch (cell.word()) {
      case Cell.OCCURS -> Svg.RED;
      case Cell.WAITED -> Svg.YELLOW;
      case Cell.SNAPSHOT -> Svg.GREEN;
      default -> Svg.BLUE;
    };
  }
}
