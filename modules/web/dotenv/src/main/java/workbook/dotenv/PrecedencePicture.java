package workbook.dotenv;

import java.util.List;
import java.util.Map;
import workbook.lab.Svg;

/// Vite's files as layers: what is seen from above is what the program gets.
final class PrecedencePicture {

  private static final String SEEN = "#9fd3f5";
  private static final String HIDDEN = "#e4e4e4";
  private static final int LEFT = 190;
  private static final int TOP = 92;
  private static final int ACROSS = 66;
  private static final int DOWN = 44;

  private PrecedencePicture() {}

  /// What stands in the picture, in one language.
  enum Words {
    ENGLISH("Mode staging: the topmost value wins", "the shell would lie above all four files"),
    CHINESE("staging 模式：最上面的值生效", "shell 中的变量还在这四个文件之上");

    private final String title;
    private final String shell;

    Words(String title, String shell) {
      this.title = title;
      this.shell = shell;
    }
  }

  static String draw(Words words) {
    List<Source> sources = Precedence.sources("staging");
    Map<String, Variable> variables = Environment.of(Dialect.VITE, sources, "VITE_", Map.of());
    Svg svg = new Svg(480, TOP + DOWN * sources.size() + 24, words.title);
    svg.text(20, 32, 16, "start", Svg.INK, words.title);
    svg.text(20, 54, 13, "start", Svg.INK, words.shell);
    int row = 0;
    for (Source source : sources.reversed()) {
      double y = TOP + DOWN * (double) row;
      svg.text(20, y + 22, 14, "start", Svg.INK, source.name());
      for (Entry entry : Dialect.VITE.parse(source.name(), source.text()).entries()) {
        boolean seen = variables.get(entry.name()).from().equals(entry.place().toString());
        double x = LEFT + ACROSS * (double) (entry.name().charAt(0) - 'A');
        svg.box(x, y, ACROSS - 8.0, DOWN - 10.0, seen ? SEEN : HIDDEN);
        svg.text(
            x + (ACROSS - 8) / 2.0,
            y + 22,
            14,
            "middle",
            Svg.INK,
            entry.name() + "=" + entry.value());
      }
      row++;
    }
    return svg.toString();
  }
}
