package workbook.embeddings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jetbrains.letsPlot.awt.plot.PlotSvgExport;
import org.jetbrains.letsPlot.core.plot.base.render.svg.SvgUID;

/// The people of the planted text as points of a plane, drawn as SVG by
/// [Lets-Plot](https://lets-plot.org): the plane in which their vectors differ most. A line joins
/// two who differ in nothing but their sex.
final class PeoplePicture {

  private static final String POINTS = "#123f73";
  private static final String LINES = "#d9532c";

  private PeoplePicture() {}

  static String draw(Vectors vectors) {
    double[][] rows =
        Planted.PEOPLE.stream().map(thing -> vectors.of(thing.word())).toArray(double[][]::new);
    Pca pca = Pca.of(rows, 2);
    SvgUID.INSTANCE.setUpForTest();
    Map<String, Object> spec =
        Map.of(
            "kind", "plot",
            "layers",
                List.of(
                    lines(pca),
                    words(pca, "male", "right", -.03),
                    words(pca, "female", "left", .03)),
            "scales", List.of(scale("x", pca, 0), scale("y", pca, 1)),
            "ggtitle", Map.of("text", "from male to female: the same way four times"),
            "ggsize", Map.of("width", 560, "height", 400),
            "theme", Map.of("plot_background", Map.of("fill", "white", "blank", false)));
    return PlotSvgExport.INSTANCE.buildSvgImageFromRawSpecs(new HashMap<>(spec), null, false);
  }

  /// The words of one sex, written on one side of their points.
  private static Map<String, Object> words(Pca pca, String sex, String align, double aside) {
    List<Object> x = new ArrayList<>();
    List<Object> y = new ArrayList<>();
    List<Object> words = new ArrayList<>();
    for (int i = 0; i < Planted.PEOPLE.size(); i++) {
      Planted.Thing thing = Planted.PEOPLE.get(i);
      if (thing.traits().contains(sex)) {
        x.add(rounded(pca, i, 0));
        y.add(rounded(pca, i, 1));
        words.add(thing.word());
      }
    }
    return Map.of(
        "geom",
        "text",
        "data",
        Map.of("x", x, "y", y, "word", words),
        "mapping",
        Map.of("x", "x", "y", "y", "label", "word"),
        "hjust",
        align,
        "nudge_x",
        aside,
        "size",
        8,
        "color",
        POINTS);
  }

  private static Map<String, Object> lines(Pca pca) {
    List<Object> x = new ArrayList<>();
    List<Object> y = new ArrayList<>();
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < Planted.PEOPLE.size(); i++) {
      List<String> traits = Planted.PEOPLE.get(i).traits();
      x.add(rounded(pca, i, 0));
      y.add(rounded(pca, i, 1));
      pairs.add(String.join(" ", traits.subList(1, traits.size())));
    }
    return Map.of(
        "geom",
        "line",
        "data",
        Map.of("x", x, "y", y, "pair", pairs),
        "mapping",
        Map.of("x", "x", "y", "y", "group", "pair"),
        "color",
        LINES,
        "size",
        1.2);
  }

  /// The last digits may be those of a processor.
  private static double rounded(Pca pca, int row, int component) {
    return Math.rint(pca.points()[row][component] * 1e4) / 1e4;
  }

  private static Map<String, Object> scale(String axis, Pca pca, int component) {
    double percent = 100 * pca.share()[component];
    String name = "component %d: %.0f %% of the variance".formatted(component + 1, percent);
    return Map.of("aesthetic", axis, "name", name, "expand", List.of(0.2, 0));
  }
}
