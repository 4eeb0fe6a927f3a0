package workbook.kernels;

/// Plain loops. What they give, all others must give.
public final class ScalarKernels implements FloatKernels {

  private final Multiplication multiplication = new Rows();

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    multiplication.addProduct(a, b, c);
  }

  @Override
  public void exp(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Elementary.exp(x[i]);
    }
  }

  @Override
  public void tanh(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Elementary.tanh(x[i]);
    }
  }

  @Override
  public void sigmoid(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Elementary.sigmoid(x[i]);
    }
  }

  @Override
  public void gelu(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Elementary.gelu(x[i]);
    }
  }

  @Override
  public void geluGradient(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Elementary.geluGradient(x[i]);
    }
  }

  @Override
  public float sum(float[] x, int from, int to) {
    float[] sums = new float[Lanes.COUNT];
    for (int i = from; i < to; i++) {
      sums[(i - from) % Lanes.COUNT] += x[i];
    }
    return Lanes.total(sums);
  }

  @Override
  public float dot(float[] x, int xFrom, float[] y, int yFrom, int count) {
    float[] sums = new float[Lanes.COUNT];
    for (int i = 0; i < count; i++) {
      int lane = i % Lanes.COUNT;
      sums[lane] = Math.fma(x[xFrom + i], y[yFrom + i], sums[lane]);
    }
    return Lanes.total(sums);
  }

  @Override
  public void softmax(float[] x, float[] y, int columns, int fromRow, int toRow) {
    for (int start = fromRow * columns; start < toRow * columns; start += columns) {
      float largest = Float.NEGATIVE_INFINITY;
      for (int i = start; i < start + columns; i++) {
        largest = Math.max(largest, x[i]);
      }
      for (int i = start; i < start + columns; i++) {
        y[i] = Elementary.exp(x[i] - largest);
      }
      float total = sum(y, start, start + columns);
      for (int i = start; i < start + columns; i++) {
        y[i] /= total;
      }
    }
  }

  @Override
  public void layerNorm(
      float[] x, float[] gain, float[] bias, float epsilon, float[] y, int fromRow, int toRow) {
    int columns = gain.length;
    for (int start = fromRow * columns; start < toRow * columns; start += columns) {
      float mean = sum(x, start, start + columns) / columns;
      for (int j = 0; j < columns; j++) {
        y[start + j] = x[start + j] - mean;
      }
      float variance = dot(y, start, y, start, columns) / columns;
      float scale = 1 / (float) Math.sqrt(variance + epsilon);
      for (int j = 0; j < columns; j++) {
        y[start + j] = Math.fma(y[start + j] * scale, gain[j], bias[j]);
      }
    }
  }
}
