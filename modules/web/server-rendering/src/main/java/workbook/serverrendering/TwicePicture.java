package workbook.serverrendering;

import java.util.List;
import workbook.lab.Svg;

/// What is done where, from the request to a page that answers a click.
final class TwicePicture {

  private static final String SERVER = "#f5d79f";
  private static final String BROWSER = "#9fd3f5";
  private static final int LEFT = 20;
  private static final int WIDE = 118;
  private static final int HIGH = 44;

  private TwicePicture() {}

  /// What stands in the picture, in one language.
  enum Words {
    ENGLISH(
        "The same steps in another order",
        "server",
        "browser",
        "single-page shell",
        List.of("empty page", "scripts", "ask for data", "render"),
        "no word before this",
        "rendered on the server",
        List.of("get data", "render", "scripts", "render again"),
        "words for everybody",
        "the button works"),
    CHINESE(
        "同样的步骤，不同的顺序",
        "服务器",
        "浏览器",
        "单页应用的空壳",
        List.of("空页面", "脚本", "请求数据", "渲染"),
        "在此之前一个字也没有",
        "服务端渲染",
        List.of("取数据", "渲染", "脚本", "再渲染一次"),
        "谁都能看到文字",
        "按钮可以点了");

    private final String title;
    private final String server;
    private final String browser;
    private final String shell;
    private final List<String> shellSteps;
    private final String late;
    private final String rendered;
    private final List<String> renderedSteps;
    private final String early;
    private final String works;

    Words(
        String title,
        String server,
        String browser,
        String shell,
        List<String> shellSteps,
        String late,
        String rendered,
        List<String> renderedSteps,
        String early,
        String works) {
      this.title = title;
      this.server = server;
      this.browser = browser;
      this.shell = shell;
      this.shellSteps = shellSteps;
      this.late = late;
      this.rendered = rendered;
      this.renderedSteps = renderedSteps;
      this.early = early;
      this.works = works;
    }
  }

  static String draw(Words words) {
    Svg svg = new Svg(540, 282, words.title);
    svg.text(LEFT, 32, 16, "start", Svg.INK, words.title);
    svg.box(330, 20, 14, 14, SERVER).text(350, 32, 13, "start", Svg.INK, words.server);
    svg.box(430, 20, 14, 14, BROWSER).text(450, 32, 13, "start", Svg.INK, words.browser);
    lane(svg, 66, words.shell, words.shellSteps, 1);
    mark(svg, 66, 4, words.late);
    lane(svg, 176, words.rendered, words.renderedSteps, 2);
    mark(svg, 176, 2, words.early);
    mark(svg, 176, 4, words.works);
    return svg.toString();
  }

  /// @param onServer how many of the steps are the server's
  private static void lane(Svg svg, double y, String title, List<String> steps, int onServer) {
    svg.text(LEFT, y, 13, "start", Svg.GREY, title);
    for (int i = 0; i < steps.size(); i++) {
      double x = LEFT + 126.0 * i;
      svg.box(x, y + 10, WIDE, HIGH, i < onServer ? SERVER : BROWSER);
      svg.text(x + WIDE / 2.0, y + 37, 13, "middle", Svg.INK, steps.get(i));
    }
  }

  /// @param step behind which it happens
  private static void mark(Svg svg, double y, int step, String text) {
    double x = LEFT + 126.0 * step - 8;
    svg.line(x, y + 54, x, y + 70, Svg.INK);
    svg.text(x, y + 84, 12, "end", Svg.INK, text);
  }
}
