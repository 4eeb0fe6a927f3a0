package workbook.isolationlevels.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.lab.Svg;

/// The picture with which the pages begin: what a transaction does, against the four levels of the
/// SQL standard, with a box for each database.
final class NeedsSvg {

  private static final int LABELS = 196;
  private static final int COLUMN = 88;
  private static final int BOX = 38;
  private static final int ROW = 54;
  private static final int TOP = 60;

  private static final String RED = "#f6c9c4";
  private static final String GREEN = "#cfe8d2";

  private static final List<Level> LEVELS =
      List.of(
          Level.READ_UNCOMMITTED, Level.READ_COMMITTED, Level.REPEATABLE_READ, Level.SERIALIZABLE);

  /// In the order of the columns of the table.
  private static final Map<String, String> SHORT =
      Map.of("postgresql", "PG", "mysql", "My", "mariadb", "Ma", "h2", "H2");

  private static final List<String> ORDER = List.of("postgresql", "mysql", "mariadb", "h2");

  private final boolean chinese;
  private final Svg svg;

  private NeedsSvg(boolean chinese) {
    this.chinese = chinese;
    this.svg =
        new Svg(
            LABELS + COLUMN * LEVELS.size() + 12,
            TOP + ROW * Need.values().length + 56,
            chinese
                ? "事务做什么，各数据库在哪个级别够用"
                : "What a transaction does, and which level is enough on which database");
  }

  static String of(boolean chinese) {
    return new NeedsSvg(chinese).drawn();
  }

  private String drawn() {
    for (int column = 0; column < LEVELS.size(); column++) {
      heading(column);
    }
    for (Need need : Need.values()) {
      row(need, TOP + ROW * need.ordinal());
    }
    int bottom = TOP + ROW * Need.values().length;
    legend(
        bottom + 24,
        chinese
            ? "红色：会出错；绿色粗体：不会。* 是该数据库的默认级别"
            : "red: goes wrong; green and bold: does not; * the default level");
    legend(
        bottom + 42,
        chinese
            ? "PG：PostgreSQL；My：MySQL；Ma：MariaDB。H2 的 SNAPSHOT 与其 SERIALIZABLE 相同"
            : "PG PostgreSQL, My MySQL, Ma MariaDB. SNAPSHOT of H2 is as its SERIALIZABLE");
    return svg.toString();
  }

  private void legend(int y, String text) {
    svg.text(16, y, 12, "start", Svg.GREY, text);
  }

  private void heading(int column) {
    String[] words = LEVELS.get(column).sql().toLowerCase(Locale.ROOT).split(" ");
    for (int i = 0; i < words.length; i++) {
      int y = TOP - 12 - 15 * (words.length - 1 - i);
      svg.text(LABELS + COLUMN * (column + 0.5) - 4, y, 13, "middle", Svg.INK, words[i]);
    }
  }

  private void row(Need need, int y) {
    List<String> words = need.words(chinese);
    for (int i = 0; i < words.size(); i++) {
      svg.text(16, y + (words.size() == 1 ? 27 : 19 + 17 * i), 14, "start", Svg.INK, words.get(i));
    }
    for (int column = 0; column < LEVELS.size(); column++) {
      for (int i = 0; i < ORDER.size(); i++) {
        box(
            need,
            Engine.named(ORDER.get(i)),
            LEVELS.get(column),
            LABELS + COLUMN * column + (BOX + 3) * (i % 2),
            y + 23 * (i / 2));
      }
    }
  }

  private void box(Need need, Engine engine, Level level, int x, int y) {
    boolean met = need.isMetAt(level, Declaration.of(engine).matrix());
    svg.box(x, y, BOX, 20, met ? GREEN : RED);
    svg.styled(
        x + BOX / 2.0,
        y + 15,
        13,
        Svg.INK,
        "text-anchor='middle'" + (met ? " font-weight='bold'" : ""),
        SHORT.get(engine.name()) + (level == engine.defaultLevel() ? "*" : ""));
  }
}
