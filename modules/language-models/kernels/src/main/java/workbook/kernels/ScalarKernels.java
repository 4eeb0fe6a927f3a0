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
  public void gelu(float[] x, float[] y, float[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      float at = x[i];
      y[i] = Elementary.gelu(at);
      slope[i] = Elementary.geluGradient(at);
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
      float scale = normalise(x, start, columns, epsilon, y);
      for (int j = 0; j < columns; j++) {
        y[start + j] = Math.fma(y[start + j] * scale, gain[j], bias[j]);
      }
    }
  }

  /// Takes the mean off a row.
  ///
  /// @return 1 / deviation
  private float normalise(float[] x, int start, int columns, float epsilon, float[] z) {
    float mean = sum(x, start, start + columns) / columns;
    for (int j = start; j < start + columns; j++) {
      z[j] = x[j] - mean;
    }
    float variance = dot(z, start, z, start, columns) / columns;
    return 1 / (float) Math.sqrt(variance + epsilon);
  }

  @Override
  public void layerNormGradient(
      float[] x,
      float[] gain,
      float epsilon,
      float[] dy,
      float[] z,
      float[] dx,
      boolean anew,
      int fromRow,
      int toRow) {
    int columns = gain.length;
    float[] dz = new float[columns];
    for (int start = fromRow * columns; start < toRow * columns; start += columns) {
      float scale = normalise(x, start, columns, epsilon, z);
      for (int j = 0; j < columns; j++) {
        z[start + j] *= scale;
        dz[j] = dy[start + j] * gain[j];
      }
      float shift = sum(dz, 0, columns) / columns;
      float stretch = dot(dz, 0, z, start, columns) / columns;
      for (int j = 0; j < columns; j++) {
        float found = (dz[j] - shift - z[start + j] * stretch) * scale;
        dx[start + j] = anew ? found : dx[start + j] + found;
      }
    }
  }
}
