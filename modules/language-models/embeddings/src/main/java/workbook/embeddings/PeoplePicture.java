package workbook.embeddings;

import java.util.Arrays;
import java.util.List;
import workbook.lab.Svg;

/// The people of the planted text as points of a plane, drawn as SVG: the plane in which their
/// vectors differ most. A line joins two who differ in nothing but their sex.
final class PeoplePicture {

  private static final int SIZE = 480;
  private static final int MARGIN = 84;
  private static final String POINTS = "#123f73";
  private static final String LINES = "#d9532c";

  private final boolean chinese;
  private final Pca pca;
  private final Svg svg;

  private PeoplePicture(Vectors vectors, boolean chinese) {
    this.chinese = chinese;
    double[][] rows =
        Planted.PEOPLE.stream().map(thing -> vectors.of(thing.word())).toArray(double[][]::new);
    pca = Pca.of(rows, 2);
    svg = new Svg(SIZE, SIZE, in("八个人物的词向量", "The vectors of eight people"));
  }

  /// @param chinese its words in Chinese, and not in English
  static String draw(Vectors vectors, boolean chinese) {
    PeoplePicture picture = new PeoplePicture(vectors, chinese);
    picture.words();
    for (Planted.Thing male : people("male")) {
      for (Planted.Thing female : people("female")) {
        if (withoutSex(male).equals(withoutSex(female))) {
          picture.join(male, female);
        }
      }
    }
    picture.people();
    return picture.svg.toString();
  }

  private String in(String ofChinese, String ofEnglish) {
    return chinese ? ofChinese : ofEnglish;
  }

  private static List<Planted.Thing> people(String sex) {
    return Planted.PEOPLE.stream().filter(thing -> thing.traits().contains(sex)).toList();
  }

  private static List<String> withoutSex(Planted.Thing thing) {
    return thing.traits().subList(1, thing.traits().size());
  }

  private void words() {
    svg.text(
        20,
        30,
        16,
        "start",
        Svg.INK,
        in("从男到女：四次都是同一个方向", "From male to female: the same way four times"));
    for (int component = 0; component < 2; component++) {
      String axis =
          in("第 %d 主成分：占方差的 %.0f%%", "component %d: %.0f %% of the variance")
              .formatted(component + 1, 100 * pca.share()[component]);
      svg.text(
          20,
          SIZE - 38 + 22 * component,
          14,
          "start",
          Svg.GREY,
          (component == 0 ? "→ " : "↑ ") + axis);
    }
  }

  private void join(Planted.Thing one, Planted.Thing other) {
    svg.shape(
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='2.4'/>",
        at(one, 0), at(one, 1), at(other, 0), at(other, 1), LINES);
  }

  private void people() {
    for (Planted.Thing thing : Planted.PEOPLE) {
      boolean left = at(thing, 0) < SIZE / 2.0;
      svg.disc(at(thing, 0), at(thing, 1), 4, POINTS, POINTS);
      svg.text(
          at(thing, 0) + (left ? -10 : 10),
          at(thing, 1) + 5,
          15,
          left ? "end" : "start",
          POINTS,
          thing.word());
    }
  }

  /// Where a person is, in pixels from the left (0) or from above (1).
  private double at(Planted.Thing thing, int component) {
    double value = pca.points()[Planted.PEOPLE.indexOf(thing)][component];
    double[] all = Arrays.stream(pca.points()).mapToDouble(point -> point[component]).toArray();
    double lowest = Arrays.stream(all).min().orElseThrow();
    double highest = Arrays.stream(all).max().orElseThrow();
    double part = (value - lowest) / (highest - lowest);
    return component == 0
        ? MARGIN + part * (SIZE - 2 * MARGIN)
        : SIZE - MARGIN - 10 - part * (SIZE - 2 * MARGIN);
  }
}
