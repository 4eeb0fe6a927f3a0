package workbook.statespace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/// What scipy, PyTorch and Hugging Face's models computed in double, from `numbers.txt`, which
/// `golden.py` made; and the inputs that it gave them.
final class Numbers {

  private static final Map<String, double[]> ALL = read();

  private Numbers() {}

  private static Map<String, double[]> read() {
    try (InputStream in = Numbers.class.getResourceAsStream("numbers.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": "))
          .collect(
              Collectors.toMap(
                  parts -> parts[0],
                  parts ->
                      Arrays.stream(parts[1].split(" "))
                          .mapToDouble(Double::parseDouble)
                          .toArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] of(String name) {
    double[] numbers = ALL.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException("no '%s' in numbers.txt".formatted(name));
    }
    return numbers;
  }

  /// sin 1, sin 2, … row by row.
  static double[][] sines(int rows, int columns) {
    return rows(rows, columns, StrictMath::sin);
  }

  static double[][] cosines(int rows, int columns) {
    return rows(rows, columns, StrictMath::cos);
  }

  /// .1, .2, …
  static double[][] ramp(int rows, int columns) {
    return rows(rows, columns, i -> i / 10.0);
  }

  private static double[][] rows(int rows, int columns, IntToDoubleFunction element) {
    double[][] matrix = new double[rows][columns];
    for (int i = 0; i < rows * columns; i++) {
      matrix[i / columns][i % columns] = element.applyAsDouble(i + 1);
    }
    return matrix;
  }

  static double[] flat(double[]... rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
