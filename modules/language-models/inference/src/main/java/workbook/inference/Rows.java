package workbook.inference;

import workbook.kernels.FloatKernels;

/// Rows of numbers, one behind the other, as a [KvCache] keeps them.
sealed interface Rows {

  void put(int at, float[] row);

  /// The product of what stands from `at` on with a part of a vector.
  float dot(int at, float[] x, int from, int width);

  /// Adds `factor` times what stands from `at` on.
  void addTo(int at, float factor, float[] to, int toAt, int width);

  Rows copy();

  long bytes();

  /// 32 bits each.
  record Floats(float[] numbers) implements Rows {

    @Override
    public void put(int at, float[] row) {
      System.arraycopy(row, 0, numbers, at, row.length);
    }

    @Override
    public float dot(int at, float[] x, int from, int width) {
      return FloatKernels.best().dot(numbers, at, x, from, width);
    }

    @Override
    public void addTo(int at, float factor, float[] to, int toAt, int width) {
      for (int i = 0; i < width; i++) {
        to[toAt + i] += factor * numbers[at + i];
      }
    }

    @Override
    public Rows copy() {
      return new Floats(numbers.clone());
    }

    @Override
    public long bytes() {
      return (long) numbers.length * Float.BYTES;
    }
  }

  /// 16 bits each. What is computed with them is computed in 32.
  record Halves(short[] numbers) implements Rows {

    @Override
    public void put(int at, float[] row) {
      for (int i = 0; i < row.length; i++) {
        numbers[at + i] = Float.floatToFloat16(row[i]);
      }
    }

    @Override
    public float dot(int at, float[] x, int from, int width) {
      float sum = 0;
      for (int i = 0; i < width; i++) {
        sum = Math.fma(Float.float16ToFloat(numbers[at + i]), x[from + i], sum);
      }
      return sum;
    }

    @Override
    public void addTo(int at, float factor, float[] to, int toAt, int width) {
      for (int i = 0; i < width; i++) {
        to[toAt + i] += factor * Float.float16ToFloat(numbers[at + i]);
      }
    }

    @Override
    public Rows copy() {
      return new Halves(numbers.clone());
    }

    @Override
    public long bytes() {
      return (long) numbers.length * Short.BYTES;
    }
  }
}
