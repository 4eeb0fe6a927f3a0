package workbook.dataquality;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;

/// Near duplicates among a thousand documents, by bands of different shapes, beside the comparison
/// of all with all.
@Command(
    name = "data-quality",
    description = "Find near duplicates among a thousand documents, by bands of different shapes.")
public final class DataQuality implements Example {

  static final int HASHES = 128;
  static final int WORDS = 3;
  static final double SIMILAR = 0.5;
  static final List<Bands> SHAPES =
      List.of(
          new Bands(64, 2), new Bands(32, 4), new Bands(25, 5), new Bands(16, 8), new Bands(8, 16));

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the documents; ${DEFAULT-VALUE} if not given.")
  private int seed = 1;

  static void main(String[] args) {
    Example.main(new DataQuality(), args);
  }

  /// What one shape of bands finds.
  ///
  /// @param candidates how many pairs it has to look at
  /// @param right how many of them are near duplicates
  /// @param expected the share of near duplicates that the formula says it finds
  record Found(int candidates, int right, double expected) {}

  @Override
  public int run(PrintStream out) {
    Example.between("--seed", seed, 0, 1_000_000);
    List<String> documents = Copies.documents(seed);
    List<long[]> shingles =
        documents.stream().map(document -> Shingles.of(document, WORDS)).toList();
    SortedSet<Pair> similar = allPairs(shingles, SIMILAR);
    int n = documents.size();
    out.printf(
        Locale.ROOT,
        "%d documents of %d words, seed %d; %d of %,d pairs have J >= %.1f, %d are equal%n%n",
        n,
        Copies.WORDS,
        seed,
        similar.size(),
        n * (n - 1) / 2,
        SIMILAR,
        equal(documents));
    out.println("bands x rows  threshold  candidates  precision  recall  by the formula");
    for (Bands bands : SHAPES) {
      Found found = find(bands, shingles, similar);
      out.printf(
          Locale.ROOT,
          "%5d x %-4d %10.3f %11d %10.3f %7.3f %15.3f%n",
          bands.bands(),
          bands.rows(),
          bands.threshold(),
          found.candidates(),
          (double) found.right() / found.candidates(),
          (double) found.right() / similar.size(),
          found.expected());
    }
    return 0;
  }

  static Found find(Bands bands, List<long[]> shingles, SortedSet<Pair> similar) {
    MinHash minHash = new MinHash(HASHES, 1);
    SortedSet<Pair> candidates =
        bands.candidates(shingles.stream().map(minHash::signature).toList());
    int right = (int) candidates.stream().filter(similar::contains).count();
    double expected =
        similar.stream()
            .mapToDouble(pair -> bands.probability(jaccard(shingles, pair)))
            .average()
            .orElse(0);
    return new Found(candidates.size(), right, expected);
  }

  static double jaccard(List<long[]> shingles, Pair pair) {
    return Shingles.jaccard(shingles.get(pair.first()), shingles.get(pair.second()));
  }

  /// Compares all with all: right, and too slow for more than some thousand.
  static SortedSet<Pair> allPairs(List<long[]> shingles, double similarity) {
    SortedSet<Pair> pairs = new TreeSet<>();
    for (int i = 0; i < shingles.size(); i++) {
      for (int j = i + 1; j < shingles.size(); j++) {
        if (Shingles.jaccard(shingles.get(i), shingles.get(j)) >= similarity) {
          pairs.add(new Pair(i, j));
        }
      }
    }
    return pairs;
  }

  /// Pairs that are equal to the letter.
  private static int equal(List<String> documents) {
    int pairs = 0;
    for (int i = 0; i < documents.size(); i++) {
      for (int j = i + 1; j < documents.size(); j++) {
        pairs += documents.get(i).equals(documents.get(j)) ? 1 : 0;
      }
    }
    return pairs;
  }
}
