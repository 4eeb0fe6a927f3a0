package workbook.postgresqlsetup;

import workbook.lab.Svg;

/// The four doors between a client and its first query, and what is said at each that is shut.
final class DoorsPicture {

  private static final String OPEN = "#9fd3f5";
  private static final String SHUT = "#f5b7a8";
  private static final int TOP = 64;
  private static final int DOWN = 92;

  private DoorsPicture() {}

  /// What stands in the picture, in one language.
  enum Words {
    ENGLISH(
        "Four doors, one after the other",
        "open: on to the next",
        new String[][] {
          {"1  Is anybody listening?", "08001  connection refused", "listen_addresses, port, log"},
          {
            "2  Does a rule let you try?",
            "28000  no pg_hba.conf entry",
            "pg_hba.conf, from the top"
          },
          {"3  Can you prove who you are?", "28P01  authentication failed", "password, verifier"},
          {"4  Is there such a database?", "3D000  does not exist", "create database"},
        }),
    CHINESE(
        "依次经过的四道门",
        "开着：走向下一道",
        new String[][] {
          {"1  有人在监听吗？", "08001  connection refused", "listen_addresses、port、日志"},
          {"2  有规则允许你尝试吗？", "28000  no pg_hba.conf entry", "pg_hba.conf，从上往下"},
          {"3  你能证明身份吗？", "28P01  authentication failed", "密码、校验值"},
          {"4  有这个数据库吗？", "3D000  does not exist", "create database"},
        });

    private final String title;
    private final String open;
    private final String[][] doors;

    Words(String title, String open, String[][] doors) {
      this.title = title;
      this.open = open;
      this.doors = doors;
    }
  }

  static String draw(Words words) {
    Svg svg = new Svg(480, TOP + DOWN * words.doors.length - 28, words.title);
    svg.text(20, 34, 16, "start", Svg.INK, words.title);
    for (int i = 0; i < words.doors.length; i++) {
      String[] door = words.doors[i];
      double y = TOP + DOWN * (double) i;
      svg.box(20, y, 222, 44, OPEN);
      svg.text(32, y + 27, 14, "start", Svg.INK, door[0]);
      svg.line(242, y + 22, 256, y + 22, Svg.GREY);
      svg.box(256, y, 204, 44, SHUT);
      svg.text(268, y + 18, 13, "start", Svg.INK, door[1]);
      svg.text(268, y + 36, 12, "start", Svg.INK, door[2]);
      if (i + 1 < words.doors.length) {
        svg.line(120, y + 44, 120, y + DOWN, Svg.GREY);
        svg.text(130, y + 72, 12, "start", Svg.GREY, words.open);
      }
    }
    return svg.toString();
  }
}
