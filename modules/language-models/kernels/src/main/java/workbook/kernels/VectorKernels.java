package workbook.kernels;

import java.util.function.IntFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: 4, 8 or 16 floats to an instruction. What is left over at the end of a row goes
/// through the plain functions.
public final class VectorKernels implements FloatKernels {

  private static final VectorSpecies<Float> SPECIES = Species.BEST;
  private static final int LENGTH = SPECIES.length();

  private final Tiled multiplication = new Tiled();

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    multiplication.addProduct(a, b, c);
  }

  @Override
  public void product(Matrix a, Matrix b, Matrix c) {
    multiplication.product(a, b, c);
  }

  @Override
  public void addProducts(
      int count, IntFunction<Matrix> a, IntFunction<Matrix> b, IntFunction<Matrix> c) {
    multiplication.addProducts(count, a, b, c);
  }

  @Override
  public void products(
      int count, IntFunction<Matrix> a, IntFunction<Matrix> b, IntFunction<Matrix> c) {
    multiplication.products(count, a, b, c);
  }

  @Override
  public void copy(Matrix from, Matrix to) {
    if (to.right() == 1 && from.rows() == to.rows() && from.columns() == to.columns()) {
      Panels.copy(from, to.data(), to.at(), to.down());
    } else {
      FloatKernels.super.copy(from, to);
    }
  }

  @Override
  public void exp(float[] x, float[] y, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += LENGTH) {
      VectorElementary.exp(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
    }
    for (int i = end; i < to; i++) {
      y[i] = Elementary.exp(x[i]);
    }
  }

  @Override
  public void tanh(float[] x, float[] y, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += LENGTH) {
      VectorElementary.tanh(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
    }
    for (int i = end; i < to; i++) {
      y[i] = Elementary.tanh(x[i]);
    }
  }

  @Override
  public void sigmoid(float[] x, float[] y, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += LENGTH) {
      VectorElementary.sigmoid(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
    }
    for (int i = end; i < to; i++) {
      y[i] = Elementary.sigmoid(x[i]);
    }
  }

  @Override
  public void gelu(float[] x, float[] y, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += LENGTH) {
      VectorElementary.gelu(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
    }
    for (int i = end; i < to; i++) {
      y[i] = Elementary.gelu(x[i]);
    }
  }

  @Override
  public void gelu(float[] x, float[] y, float[] slope, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += LENGTH) {
      FloatVector at = FloatVector.fromArray(SPECIES, x, i);
      FloatVector density = VectorElementary.density(at);
      FloatVector normal = VectorElementary.normal(at, density);
      at.mul(normal).intoArray(y, i);
      at.fma(density.mul(Elementary.DENSITY), normal).intoArray(slope, i);
    }
    for (int i = end; i < to; i++) {
      float at = x[i];
      y[i] = Elementary.gelu(at);
      slope[i] = Elementary.geluGradient(at);
    }
  }

  /// The partial sums of [Lanes]: one vector of 16 lanes, or several passes with narrower ones.
  @Override
  public float sum(float[] x, int from, int to) {
    float[] sums = new float[Lanes.COUNT];
    int end = to - (to - from) % Lanes.COUNT;
    for (int lane = 0; lane < Lanes.COUNT; lane += LENGTH) {
      FloatVector part = FloatVector.zero(SPECIES);
      for (int i = from + lane; i < end; i += Lanes.COUNT) {
        part = part.add(FloatVector.fromArray(SPECIES, x, i));
      }
      part.intoArray(sums, lane);
    }
    for (int i = end; i < to; i++) {
      sums[i - end] += x[i];
    }
    return Lanes.total(sums);
  }

  @Override
  public float dot(float[] x, int xFrom, float[] y, int yFrom, int count) {
    float[] sums = new float[Lanes.COUNT];
    int end = count - count % Lanes.COUNT;
    for (int lane = 0; lane < Lanes.COUNT; lane += LENGTH) {
      FloatVector part = FloatVector.zero(SPECIES);
      for (int i = lane; i < end; i += Lanes.COUNT) {
        FloatVector factor = FloatVector.fromArray(SPECIES, x, xFrom + i);
        part = factor.fma(FloatVector.fromArray(SPECIES, y, yFrom + i), part);
      }
      part.intoArray(sums, lane);
    }
    for (int i = end; i < count; i++) {
      sums[i - end] = Math.fma(x[xFrom + i], y[yFrom + i], sums[i - end]);
    }
    return Lanes.total(sums);
  }

  @Override
  public void softmax(float[] x, float[] y, int columns, int fromRow, int toRow) {
    for (int start = fromRow * columns; start < toRow * columns; start += columns) {
      int end = start + columns;
      subtract(max(x, start, end), x, y, start, end);
      exp(y, y, start, end);
      divide(y, sum(y, start, end), start, end);
    }
  }

  private static void subtract(float shift, float[] x, float[] y, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += LENGTH) {
      FloatVector.fromArray(SPECIES, x, i).sub(shift).intoArray(y, i);
    }
    for (int i = end; i < to; i++) {
      y[i] = x[i] - shift;
    }
  }

  private static void divide(float[] x, float divisor, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += LENGTH) {
      FloatVector.fromArray(SPECIES, x, i).div(divisor).intoArray(x, i);
    }
    for (int i = end; i < to; i++) {
      x[i] /= divisor;
    }
  }

  /// The same in any order, so the lanes need none.
  private static float max(float[] x, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    FloatVector parts = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    for (int i = from; i < end; i += LENGTH) {
      parts = parts.max(FloatVector.fromArray(SPECIES, x, i));
    }
    float largest = parts.reduceLanes(VectorOperators.MAX);
    for (int i = end; i < to; i++) {
      largest = Math.max(largest, x[i]);
    }
    return largest;
  }

  @Override
  public void layerNorm(
      float[] x, float[] gain, float[] bias, float epsilon, float[] y, int fromRow, int toRow) {
    int columns = gain.length;
    int end = SPECIES.loopBound(columns);
    for (int start = fromRow * columns; start < toRow * columns; start += columns) {
      float scale = normalise(x, start, columns, epsilon, y);
      for (int j = 0; j < end; j += LENGTH) {
        FloatVector scaled = FloatVector.fromArray(SPECIES, y, start + j).mul(scale);
        FloatVector gains = FloatVector.fromArray(SPECIES, gain, j);
        scaled.fma(gains, FloatVector.fromArray(SPECIES, bias, j)).intoArray(y, start + j);
      }
      for (int j = end; j < columns; j++) {
        y[start + j] = Math.fma(y[start + j] * scale, gain[j], bias[j]);
      }
    }
  }

  /// Takes the mean off a row.
  ///
  /// @return 1 / deviation
  private float normalise(float[] x, int start, int columns, float epsilon, float[] z) {
    int end = start + columns;
    float mean = sum(x, start, end) / columns;
    subtract(mean, x, z, start, end);
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
    int end = SPECIES.loopBound(columns);
    float[] dz = new float[columns];
    for (int start = fromRow * columns; start < toRow * columns; start += columns) {
      float scale = normalise(x, start, columns, epsilon, z);
      for (int j = 0; j < end; j += LENGTH) {
        FloatVector.fromArray(SPECIES, z, start + j).mul(scale).intoArray(z, start + j);
        FloatVector gains = FloatVector.fromArray(SPECIES, gain, j);
        FloatVector.fromArray(SPECIES, dy, start + j).mul(gains).intoArray(dz, j);
      }
      for (int j = end; j < columns; j++) {
        z[start + j] *= scale;
        dz[j] = dy[start + j] * gain[j];
      }
      float shift = sum(dz, 0, columns) / columns;
      float stretch = dot(dz, 0, z, start, columns) / columns;
      for (int j = 0; j < end; j += LENGTH) {
        FloatVector stretched = FloatVector.fromArray(SPECIES, z, start + j).mul(stretch);
        FloatVector shifted = FloatVector.fromArray(SPECIES, dz, j).sub(shift);
        shifted.sub(stretched).mul(scale).intoArray(dz, j);
      }
      for (int j = end; j < columns; j++) {
        dz[j] = (dz[j] - shift - z[start + j] * stretch) * scale;
      }
      if (anew) {
        System.arraycopy(dz, 0, dx, start, columns);
      } else {
        add(dz, dx, start);
      }
    }
  }

  private static void add(float[] row, float[] to, int start) {
    int end = SPECIES.loopBound(row.length);
    for (int j = 0; j < end; j += LENGTH) {
      FloatVector before = FloatVector.fromArray(SPECIES, to, start + j);
      before.add(FloatVector.fromArray(SPECIES, row, j)).intoArray(to, start + j);
    }
    for (int j = end; j < row.length; j++) {
      to[start + j] += row[j];
    }
  }
}
