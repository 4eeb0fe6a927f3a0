package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.List;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// The way with a given number.
@Exercise(
    id = "climbing-stairs/6",
    title = "The way with a given number",
    hints = {
      "How many ways begin with the smallest move? If the number you look for is below that, what"
          + " is the first move?",
      "If it is not, take that many away from the number and look at the next size. Each move"
          + " brings you to the same question on fewer steps.",
      "Make a BigInteger[] with the number of ways for every height up to n. At each step up, for"
          + " each size that fits: if the index is below ways[left - size], make that move; if not,"
          + " subtract it and go on to the next size."
    })
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
