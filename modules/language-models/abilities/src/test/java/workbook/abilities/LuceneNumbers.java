package workbook.abilities;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What Lucene 10.6.0 scores, for exercises; [LuceneTest] asks Lucene itself.
final class LuceneNumbers {

  static final List<String> TEXTS = Bm25Scores.TEXTS;

  static final Map<String, double[]> SCORES =
      new TreeMap<>(
          Map.of(
              "cat",
              new double[] {0.23049194, 0.24891493, 0, 0, 0.37271035},
              "cat mat",
              new double[] {0.60487, 0.24891493, 0, 0.43942446, 0.37271035},
              "the",
              new double[] {0.32290113, 0.34055674, 0, 0.2705388, 0},
              "pets",
              new double[] {0, 0, 0.640207, 0, 0}));

  private LuceneNumbers() {}
}
