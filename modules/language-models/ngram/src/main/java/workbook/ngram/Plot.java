package workbook.ngram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jetbrains.letsPlot.awt.plot.PlotSvgExport;
import org.jetbrains.letsPlot.core.plot.base.render.svg.SvgUID;

/// Lines through points, drawn as SVG by [Lets-Plot](https://lets-plot.org). What is to be drawn is
/// said in its own notation, that of the grammar of graphics. The page is white, so that a picture
/// can be read on a dark one; it is no wider than a phone, and the legend stands below, a line for
/// each name, so that names in any script have room.
final class Plot {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 420;
  private static final int MARGIN = 14;
  private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final String title;
  private final String x;
  private final String y;
  private final List<Object> xs = new ArrayList<>();
  private final List<Object> ys = new ArrayList<>();
  private final List<Object> names = new ArrayList<>();
  private boolean logarithmic;

  /// @param x, y what the axes show
  Plot(String title, String x, String y) {
    this.title = title;
    this.x = x;
    this.y = y;
  }

  Plot logarithmic() {
    logarithmic = true;
    return this;
  }

  /// Adds a point to the line of that name.
  void point(String name, int x, double y) {
    xs.add((double) x);
    ys.add(Math.rint(y * 1e4) / 1e4); // The last digits of a logarithm may be those of a processor.
    names.add(name);
  }

  /// The picture, the same bytes each time: it has no fonts of this machine in it, and its parts
  /// are numbered and not named at random.
  String svg() {
    SvgUID.INSTANCE.setUpForTest();
    Map<String, Object> spec =
        Map.of(
            "kind", "plot",
            "data", Map.of("x", xs, "y", ys, "name", names),
            "mapping", Map.of("x", "x", "y", "y", "color", "name"),
            "layers",
                List.of(Map.of("geom", "line", "size", 1.2), Map.of("geom", "point", "size", 3)),
            "scales", List.of(wholeNumbers(), values(), Map.of("aesthetic", "color", "name", "")),
            "ggtitle", Map.of("text", title),
            "ggsize", Map.of("width", WIDTH, "height", HEIGHT),
            "theme",
                Map.of(
                    "legend_position",
                    "bottom",
                    "legend_direction",
                    "vertical",
                    "plot_margin",
                    Map.of("t", MARGIN, "r", MARGIN, "b", MARGIN, "l", MARGIN),
                    "plot_background",
                    Map.of("fill", "white", "blank", false)));
    return PlotSvgExport.INSTANCE
        .buildSvgImageFromRawSpecs(new HashMap<>(spec), null, false)
        .replaceFirst(
            "width=\"%d.0\" height=\"%d.0\"".formatted(WIDTH, HEIGHT),
            "width='%1$d' height='%2$d' viewBox='0 0 %1$d %2$d'".formatted(WIDTH, HEIGHT));
  }

  private Map<String, Object> wholeNumbers() {
    List<Object> breaks = xs.stream().distinct().toList();
    return Map.of("aesthetic", "x", "name", x, "breaks", breaks, "format", "d");
  }

  private Map<String, Object> values() {
    if (!logarithmic) {
      return Map.of("aesthetic", "y", "name", y);
    }
    double largest = ys.stream().mapToDouble(value -> (double) value).max().orElse(1);
    List<Integer> exponents =
        IntStream.iterate(0, exponent -> Math.pow(10, exponent) <= largest, e -> e + 2)
            .boxed()
            .toList();
    return Map.of(
        "aesthetic",
        "y",
        "name",
        y,
        "trans",
        "log10",
        "breaks",
        exponents.stream().map(exponent -> Math.pow(10, exponent)).toList(),
        "labels",
        exponents.stream().map(Plot::powerOfTen).toList());
  }

  private static String powerOfTen(int exponent) {
    return "10"
        + String.valueOf(exponent)
            .chars()
            .mapToObj(digit -> SUPERSCRIPT.substring(digit - '0', digit - '0' + 1))
            .collect(Collectors.joining());
  }
}
