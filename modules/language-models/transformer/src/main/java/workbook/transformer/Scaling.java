package workbook.transformer;

import java.io.PrintStream;
import java.util.Locale;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// What becomes of the weights of attention if scores are divided by 1, by √d or by d.
@Command(
    name = "transformer/scaling",
    description = "Divide the scores of attention by 1, by the root of the width, or by the width.")
public final class Scaling implements Example {

  private static final int QUERIES = 200;
  private static final int KEYS = 16;

  static void main(String[] args) {
    Example.main(new Scaling(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.printf("%d random queries, %d random keys, seed 1%n%n", QUERIES, KEYS);
    out.println("                divided by 1       divided by √d         divided by d");
    out.println("width   score  largest  slope   score  largest  slope   score  largest  slope");
    for (int width : new int[] {4, 16, 64, 256, 1024}) {
      out.printf("%5d", width);
      for (double exponent : new double[] {0, 0.5, 1}) {
        Spread spread = spread(width, StrictMath.pow(width, -exponent));
        out.printf(
            Locale.ROOT, "%8.2f%9.2f%7.3f", spread.score(), spread.largest(), spread.slope());
      }
      out.println();
    }
    return 0;
  }

  /// @param score the root of the mean square of a score
  /// @param largest the mean of the largest weight of a query
  /// @param slope by how much that weight changes with its score: the mean of p (1 - p)
  record Spread(double score, double largest, double slope) {}

  static Spread spread(int width, double factor) {
    SplittableRandom random = new SplittableRandom(1);
    Tensor q = Init.normal(Tensor.parameter(QUERIES, width), 1, random);
    Tensor k = Init.normal(Tensor.parameter(KEYS, width), 1, random);
    Tape t = new Tape(FloatKernels.best());
    Tensor scores = t.scale(t.matmulTransposed(q, k), (float) factor);
    Tensor weights = t.softmax(scores);
    double square = 0;
    double largest = 0;
    double slope = 0;
    for (int query = 0; query < QUERIES; query++) {
      double p = 0;
      for (int i = query * KEYS; i < (query + 1) * KEYS; i++) {
        square += scores.data()[i] * scores.data()[i];
        p = Math.max(p, weights.data()[i]);
      }
      largest += p;
      slope += p * (1 - p);
    }
    return new Spread(Math.sqrt(square / QUERIES / KEYS), largest / QUERIES, slope / QUERIES);
  }
}
