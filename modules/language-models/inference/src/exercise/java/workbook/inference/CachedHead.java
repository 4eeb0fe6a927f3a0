package workbook.inference;

import workbook.exercise.Todo;

/// One head of attention with rotary positions, which reads a text place by place.
final class CachedHead {

  /// The three matrices of the head. What they give may be the array that they were given.
  interface Projections {
    double[] query(double[] x);

    double[] key(double[] x);

    double[] value(double[] x);
  }

  private final Projections projections;

  CachedHead(Projections projections) {
    this.projections = projections;
  }

  /// Attention without a cache: all places are computed anew.
  ///
  /// @param xs a row for each place so far
  /// @return what the last place finds
  static double[] recomputed(Projections projections, double[]... xs) {
    int last = xs.length - 1;
    double[] query = rotated(projections.query(xs[last]), last);
    double[] found = new double[projections.value(xs[last]).length];
    double sum = 0;
    for (int place = 0; place <= last; place++) {
      double[] key = rotated(projections.key(xs[place]), place);
      double weight = Math.exp(dot(query, key) / Math.sqrt(query.length));
      double[] value = projections.value(xs[place]);
      for (int i = 0; i < found.length; i++) {
        found[i] += weight * value[i];
      }
      sum += weight;
    }
    for (int i = 0; i < found.length; i++) {
      found[i] /= sum;
    }
    return found;
  }

  /// The same with a cache. The first call is for place 0, each further one for the place behind
  /// it: what comes out is what [#recomputed] gives for all places so far, to 1e-9. Each projection
  /// is asked once in a call.
  ///
  /// @param x the row of the new place; the caller writes another one into this array afterwards
  double[] next(double[] x) {
    return Todo.todo("inference/5");
  }

  /// A new vector: the two halves of `x` make pairs, and each pair is turned to a position.
  static double[] rotated(double[] x, int position) {
    int half = x.length / 2;
    double[] y = new double[x.length];
    for (int i = 0; i < half; i++) {
      double angle = position * Math.pow(10_000, -(double) i / half);
      y[i] = x[i] * Math.cos(angle) - x[i + half] * Math.sin(angle);
      y[i + half] = x[i + half] * Math.cos(angle) + x[i] * Math.sin(angle);
    }
    return y;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
