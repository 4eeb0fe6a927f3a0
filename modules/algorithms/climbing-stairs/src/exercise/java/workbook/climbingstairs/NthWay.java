package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.List;
import workbook.exercise.Todo;

/// The way with a given number.
final class NthWay {

  private NthWay() {}

  /// The way that [Ways#all] lists at an index, without listing those before it.
  ///
  /// @param steps the sizes of the moves
  /// @param n the number of steps, up to 10,000
  /// @param index from 0 to the number of ways, exclusive; often far beyond a `long`
  /// @throws IllegalArgumentException if `n` is negative
  /// @throws IndexOutOfBoundsException if there is no way with that index
  static List<Integer> at(Steps steps, int n, BigInteger index) {
    return Todo.todo("climbing-stairs/6");
  }
}
