package workbook.dataquality;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.LongStream;
import workbook.lab.Svg;

/// With what probability two documents become candidates, by their similarity, as SVG: curves by
/// the formula, and discs for what was found among the documents of [DataQuality].
final class BandsPicture {

  private static final int LEFT = 64;
  private static final int TOP = 60;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 240;
  private static final int LINE = 22;
  private static final int POINTS = 100;
  private static final int BINS = 10;
  private static final int SETS = 20;

  /// Fewer pairs in a bin say little.
  private static final int ENOUGH = 15;

  private static final List<String> COLOURS = List.of("#d9532c", "#3d7fc1", "#2e7d32");
  static final List<Bands> DRAWN = List.of(new Bands(25, 5), new Bands(14, 8), new Bands(450, 20));

  private final boolean chinese;
  private final Svg svg;

  private BandsPicture(boolean chinese) {
    this.chinese = chinese;
    this.svg = new Svg(LEFT + WIDTH + 30, TOP + HEIGHT + 62 + 4 * LINE, title());
  }

  static String draw(boolean chinese) {
    BandsPicture picture = new BandsPicture(chinese);
    picture.axes();
    for (int i = 0; i < DRAWN.size(); i++) {
      picture.curve(DRAWN.get(i), COLOURS.get(i));
    }
    picture.legend(0, picture.in("25 条带 × 5 行：本页", "25 x 5: this page"));
    picture.legend(1, picture.in("14 条带 × 8 行：FineWeb", "14 x 8: FineWeb"));
    picture.legend(2, picture.in("450 条带 × 20 行：Lee 等人，2022", "450 x 20: Lee and others, 2022"));
    picture.found(DRAWN.getFirst(), COLOURS.getFirst());
    return picture.svg.toString();
  }

  private String in(String ofChinese, String ofEnglish) {
    return chinese ? ofChinese : ofEnglish;
  }

  private String title() {
    return in("成为候选对的概率", "The probability of being compared");
  }

  private void axes() {
    svg.text(20, 30, 16, "start", Svg.INK, title());
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      String number = String.format(Locale.ROOT, "%.1f", tenth / 10.0);
      svg.line(LEFT, down(tenth / 10.0), LEFT + WIDTH, down(tenth / 10.0), Svg.FAINT);
      svg.text(LEFT - 8, down(tenth / 10.0) + 5, 14, "end", Svg.INK, number);
      svg.text(right(tenth / 10.0), TOP + HEIGHT + 20, 14, "middle", Svg.INK, number);
    }
    String similarity = in("Jaccard 相似度", "Jaccard similarity");
    svg.text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, 14, "middle", Svg.INK, similarity);
  }

  private void curve(Bands bands, String colour) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i <= POINTS; i++) {
      double similarity = (double) i / POINTS;
      points.append(
          String.format(
              Locale.ROOT, "%.1f,%.1f ", right(similarity), down(bands.probability(similarity))));
    }
    svg.curve(points.toString().strip(), colour);
  }

  /// A disc for all pairs of about one similarity: how many of them were found, in the mean of
  /// several sets of hash functions.
  private void found(Bands bands, String colour) {
    List<long[]> shingles =
        Copies.documents(1).stream().map(text -> Shingles.of(text, DataQuality.WORDS)).toList();
    List<SortedSet<Pair>> candidates =
        LongStream.rangeClosed(1, SETS)
            .mapToObj(seed -> new MinHash(DataQuality.HASHES, seed))
            .map(minHash -> bands.candidates(shingles.stream().map(minHash::signature).toList()))
            .toList();
    int[] all = new int[BINS];
    double[] found = new double[BINS];
    double[] sums = new double[BINS];
    for (Pair pair : DataQuality.allPairs(shingles, 1.0 / BINS)) {
      double similarity = DataQuality.jaccard(shingles, pair);
      int bin = Math.min(BINS - 1, (int) (similarity * BINS));
      all[bin]++;
      sums[bin] += similarity;
      found[bin] += (double) candidates.stream().filter(set -> set.contains(pair)).count() / SETS;
    }
    for (int bin = 0; bin < BINS; bin++) {
      if (all[bin] >= ENOUGH) {
        double share = found[bin] / all[bin];
        svg.disc(right(sums[bin] / all[bin]), down(share), 5, colour, "#ffffff");
      }
    }
    int height = TOP + HEIGHT + 68 + DRAWN.size() * LINE;
    svg.disc(LEFT + 14, height - 5, 5, colour, "#ffffff");
    String name =
        in("1000 篇文档中找到的比例，20 组哈希函数的平均", "the share found, the mean of 20 sets of hash functions");
    svg.text(LEFT + 38, height, 14, "start", Svg.INK, name);
  }

  private void legend(int line, String name) {
    int height = TOP + HEIGHT + 68 + line * LINE;
    svg.box(LEFT, height - 7, 28, 4, COLOURS.get(line));
    svg.text(LEFT + 38, height, 14, "start", Svg.INK, name);
  }

  private static double right(double value) {
    return LEFT + value * WIDTH;
  }

  private static double down(double value) {
    return TOP + (1 - value) * HEIGHT;
  }
}
