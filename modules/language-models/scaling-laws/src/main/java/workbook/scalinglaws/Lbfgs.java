package workbook.scalinglaws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// Minimises a smooth function by L-BFGS: Newton's method, with the curvature estimated from the
/// last few steps (Nocedal and Wright, Numerical Optimization, algorithm 7.5).
final class Lbfgs {

  private static final int MEMORY = 10;
  private static final int MOST_STEPS = 500;
  private static final int MOST_HALVINGS = 60;

  /// Armijo's and Wolfe's constants.
  private static final double DECREASE = 1e-4;

  private static final double CURVATURE = .9;

  /// A function to be minimised.
  @FunctionalInterface
  interface Objective {

    /// @param gradient is set to the derivatives at `x`
    /// @return the value at `x`
    double at(double[] x, double[] gradient);
  }

  /// Where the search ended.
  ///
  /// @param steps how many it took
  record Minimum(double[] x, double value, int steps) {}

  /// A step and the change of the gradient along it.
  private record Pair(double[] step, double[] change, double product) {}

  private final Objective objective;
  private final double tolerance;
  private final Deque<Pair> pairs = new ArrayDeque<>();
  private double[] x;
  private double[] gradient;
  private double value;

  private Lbfgs(Objective objective, double tolerance, double... start) {
    this.objective = objective;
    this.tolerance = tolerance;
    this.x = start.clone();
    this.gradient = new double[start.length];
    this.value = objective.at(x, gradient);
  }

  /// @param tolerance ends where no derivative is larger than this. It must suit the scale of the
  ///   objective: a mean of squares of 1e-3 has small derivatives everywhere
  static Minimum minimise(Objective objective, double tolerance, double... start) {
    return new Lbfgs(objective, tolerance, start).run();
  }

  private Minimum run() {
    int steps = 0;
    while (steps < MOST_STEPS && largest(gradient) > tolerance && step()) {
      steps++;
    }
    return new Minimum(x, value, steps);
  }

  private static double largest(double... numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  /// @return false if there is no way down any more
  private boolean step() {
    double[] direction = direction();
    double slope = dot(direction, gradient);
    if (!(slope < 0)) {
      pairs.clear();
      direction = times(-1, gradient);
      slope = -dot(gradient, gradient);
    }
    double least = 0;
    double most = Double.POSITIVE_INFINITY;
    double length = pairs.isEmpty() ? Math.min(1, 1 / largest(gradient)) : 1;
    double[] newGradient = new double[x.length];
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double[] newX = plus(x, length, direction);
      double newValue = objective.at(newX, newGradient);
      if (!(newValue <= value + DECREASE * length * slope)) {
        most = length;
      } else if (dot(newGradient, direction) < CURVATURE * slope) {
        least = length;
      } else {
        accept(newX, newGradient, newValue);
        return true;
      }
      length = most < Double.POSITIVE_INFINITY ? (least + most) / 2 : 2 * length;
    }
    return false;
  }

  private void accept(double[] newX, double[] newGradient, double newValue) {
    double[] step = plus(newX, -1, x);
    double[] change = plus(newGradient, -1, gradient);
    double product = dot(step, change);
    if (product > 0) {
      pairs.addLast(new Pair(step, change, product));
      if (pairs.size() > MEMORY) {
        pairs.removeFirst();
      }
    }
    x = newX;
    gradient = newGradient;
    value = newValue;
  }

  /// Minus the inverse of the curvature, times the gradient, by two loops over the pairs.
  private double[] direction() {
    double[] direction = times(-1, gradient);
    double[] shares = new double[pairs.size()];
    int i = 0;
    for (Iterator<Pair> latest = pairs.descendingIterator(); latest.hasNext(); i++) {
      Pair pair = latest.next();
      shares[i] = dot(pair.step, direction) / pair.product;
      direction = plus(direction, -shares[i], pair.change);
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      direction = times(last.product / dot(last.change, last.change), direction);
    }
    for (Pair pair : pairs) {
      i--;
      double share = dot(pair.change, direction) / pair.product;
      direction = plus(direction, shares[i] - share, pair.step);
    }
    return direction;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] plus(double[] a, double factor, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < a.length; i++) {
      sum[i] += factor * b[i];
    }
    return sum;
  }

  private static double[] times(double factor, double... a) {
    return plus(new double[a.length], factor, a);
  }
}
