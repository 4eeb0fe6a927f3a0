package workbook.inference;

import java.util.function.UnaryOperator;

/// Where a parameter lies in a file, and how its numbers become ours.
///
/// @param shape that it has there
/// @param toOurs what is done to the numbers, which lie row by row
record Stored(String name, int[] shape, UnaryOperator<float[]> toOurs) {

  /// The same numbers.
  static Stored asIs(String name, int... shape) {
    return new Stored(name, shape, UnaryOperator.identity());
  }

  /// A matrix of `inputs` rows, in which an output is a column; of these the `outputs` from `from`
  /// on. Ours has a row for each output.
  static Stored columns(String name, int inputs, int all, int from, int outputs) {
    return new Stored(
        name,
        new int[] {inputs, all},
        numbers -> {
          float[] ours = new float[outputs * inputs];
          for (int output = 0; output < outputs; output++) {
            for (int input = 0; input < inputs; input++) {
              ours[output * inputs + input] = numbers[input * all + from + output];
            }
          }
          return ours;
        });
  }

  /// A part of a vector.
  static Stored part(String name, int all, int from, int size) {
    return new Stored(
        name, new int[] {all}, numbers -> java.util.Arrays.copyOfRange(numbers, from, from + size));
  }

  /// A matrix whose rows are put in another order, in each head alike.
  ///
  /// @param order where each row of a head comes from
  static Stored rowsOfHeads(String name, int rows, int columns, int... order) {
    return new Stored(
        name,
        new int[] {rows, columns},
        numbers -> {
          float[] ours = new float[numbers.length];
          for (int row = 0; row < rows; row++) {
            int head = row / order.length * order.length;
            int from = head + order[row - head];
            System.arraycopy(numbers, from * columns, ours, row * columns, columns);
          }
          return ours;
        });
  }
}
