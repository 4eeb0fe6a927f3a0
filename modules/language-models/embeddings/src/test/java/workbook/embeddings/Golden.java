package workbook.embeddings;

import java.util.Arrays;
import java.util.stream.IntStream;
import workbook.autograd.Tensor;
import workbook.topictest.Near;

/// What PyTorch and numpy computed: golden.safetensors, made by golden.py, which lies beside it.
final class Golden {

  private static final workbook.autograd.Golden FILE =
      workbook.autograd.Golden.beside(Golden.class);

  private Golden() {}

  static Tensor tensor(String name) {
    return FILE.tensor(name);
  }

  static Tensor parameter(String name) {
    return FILE.parameter(name);
  }

  static float[] floats(String name) {
    return FILE.floats(name);
  }

  static double[] doubles(String name) {
    float[] data = tensor(name).data();
    return IntStream.range(0, data.length).mapToDouble(i -> data[i]).toArray();
  }

  static int[] whole(String name) {
    return Arrays.stream(doubles(name)).mapToInt(x -> (int) x).toArray();
  }

  /// A matrix, row by row.
  static float[][] rows(String name) {
    Tensor matrix = tensor(name);
    int columns = matrix.size(1);
    return IntStream.range(0, matrix.size(0))
        .mapToObj(row -> Arrays.copyOfRange(matrix.data(), row * columns, (row + 1) * columns))
        .toArray(float[][]::new);
  }

  /// Compares with what has this name in the file.
  static void assertClose(String name, float[] actual, double tolerance) {
    Near.assertClose(name, floats(name), actual, tolerance);
  }

  static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, flat, row * rows[0].length, rows[0].length);
    }
    return flat;
  }
}
