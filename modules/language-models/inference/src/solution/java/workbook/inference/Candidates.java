package workbook.inference;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The tokens that may be drawn: top-k, then top-p.
final class Candidates {

  private Candidates() {}

  static double[] keep(double[] p, int k, double topP) {
    List<Integer> best =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer token) -> -p[token]))
            .limit(k)
            .toList();
    double all = best.stream().mapToDouble(token -> p[token]).sum();
    double[] kept = new double[p.length];
    double sum = 0;
    for (int token : best) {
      if (sum >= topP && topP < 1) {
        break;
      }
      kept[token] = p[token] / all;
      sum += kept[token];
    }
    for (int token = 0; token < kept.length; token++) {
      kept[token] /= sum;
    }
    return kept;
  }
}
