package workbook.climbingstairs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Any set of steps and a large `n`: what [MatrixPower] does, on polynomials instead of matrices.
///
/// Write `x^i` for `ways(i)`. The rule `ways(i) = ways(i-1) + ways(i-3)` then says `x^3 = x^2 + 1`,
/// and with it every power of `x` comes down to `c0 + c1 x + ... + c(k-1) x^(k-1)`, where `k` is
/// the largest step. Squaring doubles the exponent, so `x^n` takes about `log2(n)` squarings of `k`
/// coefficients each: O(k^2 log n) operations, where powers of a k-by-k matrix take O(k^3 log n).
///
/// Charles M. Fiduccia, "An efficient formula for linear recurrences", 1985,
/// <https://doi.org/10.1137/0214007>.
public final class LinearRecurrence {

  private LinearRecurrence() {}

  /// The number of ways to climb `n` steps with moves of these sizes.
  ///
  /// @param numbers the arithmetic to count in
  /// @throws IllegalArgumentException if `n` is negative
  public static <N> N ways(Steps steps, long n, Numbers<N> numbers) {
    Height.check(n);
    List<N> power = new ArrayList<>(Collections.nCopies(steps.largest(), numbers.zero()));
    power.set(0, numbers.one());
    for (long bit = Long.highestOneBit(n); bit > 0; bit >>>= 1) {
      power = reduced(square(power, numbers), steps, numbers);
      if ((n & bit) != 0) {
        power.addFirst(numbers.zero());
        power = reduced(power, steps, numbers);
      }
    }
    List<N> first = first(steps, numbers);
    N sum = numbers.zero();
    for (int i = 0; i < power.size(); i++) {
      sum = numbers.plus(sum, numbers.times(power.get(i), first.get(i)));
    }
    return sum;
  }

  private static <N> List<N> square(List<N> a, Numbers<N> numbers) {
    List<N> square = new ArrayList<>(Collections.nCopies(2 * a.size() - 1, numbers.zero()));
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < a.size(); j++) {
        square.set(i + j, numbers.plus(square.get(i + j), numbers.times(a.get(i), a.get(j))));
      }
    }
    return square;
  }

  /// Replaces the highest power `x^i` by the `x^(i-size)` that the rule makes of it, until fewer
  /// than `k` coefficients are left.
  private static <N> List<N> reduced(List<N> a, Steps steps, Numbers<N> numbers) {
    while (a.size() > steps.largest()) {
      N highest = a.removeLast();
      for (int size : steps.sizes()) {
        int i = a.size() - size;
        a.set(i, numbers.plus(a.get(i), highest));
      }
    }
    return a;
  }

  /// `ways(0)` to `ways(k-1)`.
  private static <N> List<N> first(Steps steps, Numbers<N> numbers) {
    List<N> ways = new ArrayList<>(List.of(numbers.one()));
    while (ways.size() < steps.largest()) {
      N sum = numbers.zero();
      for (int size : steps.sizes()) {
        if (size <= ways.size()) {
          sum = numbers.plus(sum, ways.get(ways.size() - size));
        }
      }
      ways.add(sum);
    }
    return ways;
  }
}
