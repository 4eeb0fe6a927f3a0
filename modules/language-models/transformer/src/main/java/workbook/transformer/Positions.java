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

/// The score of a query for a key one and three places before it, wherever both stand.
@Command(
    name = "transformer/positions",
    description = "See which ways to tell positions make a score depend on the distance only.")
public final class Positions implements Example {

  private static final int WIDTH = 64;
  private static final int[] STARTS = {0, 10, 100, 1000};

  static void main(String[] args) {
    Example.main(new Positions(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.printf("score of the same query and key, key at place p; width %d, seed 1%n%n", WIDTH);
    out.printf("%-34s", "p =");
    for (int start : STARTS) {
      out.printf("%9d", start);
    }
    out.println();
    Tensor table = Sinusoidal.table(1100, WIDTH);
    Tensor learned = Init.normal(Tensor.parameter(1100, WIDTH), 1, new SplittableRandom(2));
    for (int distance : new int[] {1, 3}) {
      row(out, "no positions", distance, (_, _) -> score(0, 0));
      row(out, "learned", distance, (p, q) -> added(learned, p, q));
      row(out, "sinusoidal", distance, (p, q) -> added(table, p, q));
      row(out, "sinusoidal rows alone", distance, (p, q) -> rows(table, p, q));
      row(out, "RoPE", distance, Positions::score);
      row(out, "ALiBi, slope 1/2", distance, (p, q) -> score(0, 0) - (q - p) / 2.0);
    }
    return 0;
  }

  private interface Score {
    double of(int key, int query);
  }

  private static void row(PrintStream out, String name, int distance, Score score) {
    out.printf("%-34s", "%s, distance %d".formatted(name, distance));
    for (int start : STARTS) {
      out.printf(Locale.ROOT, "%9.4f", score.of(start, start + distance));
    }
    out.println();
  }

  /// With the query and the key rotated to their places.
  private static double score(int key, int query) {
    Tape t = new Tape(FloatKernels.best());
    Rope rope = new Rope(Rope.Pairing.HALVES, 10_000);
    return dot(rope.apply(t, vector(3), query), rope.apply(t, vector(4), key));
  }

  /// With rows of a table added to query and key.
  private static double added(Tensor table, int key, int query) {
    Tape t = new Tape(FloatKernels.best());
    return dot(
        t.add(vector(3), t.slice(table, 0, query, query + 1)),
        t.add(vector(4), t.slice(table, 0, key, key + 1)));
  }

  private static double rows(Tensor table, int key, int query) {
    Tape t = new Tape(FloatKernels.best());
    return dot(t.slice(table, 0, query, query + 1), t.slice(table, 0, key, key + 1));
  }

  private static Tensor vector(long seed) {
    return Init.normal(Tensor.parameter(1, WIDTH), 1, new SplittableRandom(seed));
  }

  private static double dot(Tensor a, Tensor b) {
    double sum = 0;
    for (int i = 0; i < WIDTH; i++) {
      sum += (double) a.data()[i] * b.data()[i];
    }
    return sum / Math.sqrt(WIDTH);
  }
}
