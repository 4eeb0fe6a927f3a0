package workbook.transformer;

import java.util.Arrays;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.Matrix;

/// [Attention] without the matrix of weights, which has an element for each pair of places: the
/// scores are made in tiles, used and forgotten (FlashAttention: Dao and others, 2022).
///
/// A softmax can be made piece by piece. For each query the largest score so far and the sum so far
/// are kept; if a larger score comes, what was summed is scaled down. On the way back a tile of
/// weights is made again from the scores and one number a query, the logarithm of its sum.
public final class TiledAttention {

  private final Mask mask;
  private final int tile;
  private final FloatKernels kernels;
  private final Tensor q;
  private final Tensor k;
  private final Tensor v;
  private final Tensor y;
  private final int heads;
  private final int queries;
  private final int keys;
  private final int width;
  private final float scale;
  private final float[] logSums;
  private final float[] scores;

  private TiledAttention(Tape t, Tensor q, Tensor k, Tensor v, Mask mask, int tile) {
    this.mask = mask;
    this.tile = tile;
    this.kernels = t.kernels();
    this.q = q;
    this.k = k;
    this.v = v;
    this.heads = q.size(1);
    this.queries = q.size(2);
    this.keys = k.size(2);
    this.width = q.size(3);
    this.scale = (float) (1 / Math.sqrt(width));
    this.y = t.output("tiledAttention", q.shape(), q, k, v);
    this.logSums = t.scratch(q.size() / width);
    this.scores = t.scratch(tile * tile);
  }

  /// What [Attention#attend] gives without a bias.
  ///
  /// @param tile how many queries, and how many keys, are looked at together
  /// @throws IllegalArgumentException if that is less than 1, or the heads cannot be shared out
  public static Tensor attend(Tape t, Tensor q, Tensor k, Tensor v, Mask mask, int tile) {
    Attention.checkShared(q.size(1), k.size(1));
    if (tile < 1) {
      throw new IllegalArgumentException("a tile needs 1 place or more, and has " + tile);
    }
    TiledAttention attention = new TiledAttention(t, q, k, v, mask, tile);
    attention.forward();
    attention.y.onBackward(() -> attention.backward(t.scratch(tile * tile)));
    return attention.y;
  }

  private void forward() {
    float[] largest = new float[tile];
    float[] sums = new float[tile];
    for (int head = 0; head < q.size(0) * heads; head++) {
      for (int i = 0; i < queries; i += tile) {
        int rows = Math.min(tile, queries - i);
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        Arrays.fill(sums, 0);
        for (int j = 0; j < keys; j += tile) {
          int columns = Math.min(tile, keys - j);
          score(head, i, rows, j, columns);
          for (int row = 0; row < rows; row++) {
            addTile(row, columns, at(head, i + row), largest, sums);
          }
          Matrix p = inTile(scores, rows, columns);
          kernels.addProduct(
              p, ofKeys(v.data(), head, j, columns), ofQueries(y.data(), head, i, rows));
        }
        finish(head, i, rows, largest, sums);
      }
    }
  }

  /// Makes a row of the tile's scores e to the power of how far they are below the largest so far;
  /// what was summed before is scaled to it.
  private void addTile(int row, int columns, int out, float[] largest, float[] sums) {
    int from = row * tile;
    float before = largest[row];
    for (int j = from; j < from + columns; j++) {
      largest[row] = Math.max(largest[row], scores[j]);
    }
    if (largest[row] == Float.NEGATIVE_INFINITY) {
      Arrays.fill(scores, from, from + columns, 0);
      return;
    }
    float shrink = exp(before - largest[row]);
    sums[row] *= shrink;
    for (int i = out; i < out + width; i++) {
      y.data()[i] *= shrink;
    }
    for (int j = from; j < from + columns; j++) {
      scores[j] = exp(scores[j] - largest[row]);
      sums[row] += scores[j];
    }
  }

  private void finish(int head, int i, int rows, float[] largest, float[] sums) {
    for (int row = 0; row < rows; row++) {
      if (sums[row] > 0) {
        int out = at(head, i + row);
        for (int c = out; c < out + width; c++) {
          y.data()[c] /= sums[row];
        }
        logSums[out / width] = largest[row] + (float) StrictMath.log(sums[row]);
      }
    }
  }

  /// With the weights P and the output O: dV = Pᵀ dO, dP = dO Vᵀ, and for the scores dS = P (dP -
  /// sum of dP P). That sum is dO · O, so it needs no row of P.
  private void backward(float[] dp) {
    for (int head = 0; head < q.size(0) * heads; head++) {
      for (int i = 0; i < queries; i += tile) {
        int rows = Math.min(tile, queries - i);
        Matrix dy = ofQueries(y.gradient(), head, i, rows);
        for (int j = 0; j < keys; j += tile) {
          int columns = Math.min(tile, keys - j);
          score(head, i, rows, j, columns);
          Matrix p = inTile(scores, rows, columns);
          kernels.product(
              dy, ofKeys(v.data(), head, j, columns).transposed(), inTile(dp, rows, columns));
          differentiate(head, i, rows, columns, dp);
          if (v.hasGradient()) {
            kernels.addProduct(p.transposed(), dy, ofKeys(v.gradient(), head, j, columns));
          }
          Matrix ds = inTile(dp, rows, columns);
          if (q.hasGradient()) {
            kernels.addProduct(
                ds, ofKeys(k.data(), head, j, columns), ofQueries(q.gradient(), head, i, rows));
          }
          if (k.hasGradient()) {
            kernels.addProduct(
                ds.transposed(),
                ofQueries(q.data(), head, i, rows),
                ofKeys(k.gradient(), head, j, columns));
          }
        }
      }
    }
  }

  /// Makes weights of the tile's scores, and of dP the gradient of the products q kᵀ.
  private void differentiate(int head, int i, int rows, int columns, float[] dp) {
    for (int row = 0; row < rows; row++) {
      int out = at(head, i + row);
      float common = kernels.dot(y.gradient(), out, y.data(), out, width);
      for (int j = row * tile; j < row * tile + columns; j++) {
        scores[j] = exp(scores[j] - logSums[out / width]);
        dp[j] = scores[j] * (dp[j] - common) * scale;
      }
    }
  }

  /// Fills the tile with q kᵀ / √d, and with minus infinity where the mask hides.
  private void score(int head, int i, int rows, int j, int columns) {
    kernels.product(
        ofQueries(q.data(), head, i, rows),
        ofKeys(k.data(), head, j, columns).transposed(),
        inTile(scores, rows, columns));
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = row * tile + column;
        scores[at] =
            mask.allows(head / heads, i + row, j + column)
                ? scores[at] * scale
                : Float.NEGATIVE_INFINITY;
      }
    }
  }

  private static float exp(float x) {
    return (float) StrictMath.exp(x);
  }

  private int at(int head, int query) {
    return (head * queries + query) * width;
  }

  private Matrix inTile(float[] data, int rows, int columns) {
    return new Matrix(data, 0, rows, columns, tile, 1);
  }

  private Matrix ofQueries(float[] data, int head, int query, int rows) {
    return new Matrix(data, at(head, query), rows, width, width, 1);
  }

  /// Rows of the keys or values that a head shares with its group.
  private Matrix ofKeys(float[] data, int head, int key, int rows) {
    int shared = k.size(1);
    int of = head / heads * shared + head % heads / (heads / shared);
    return new Matrix(data, (of * keys + key) * width, rows, width, width, 1);
  }
}
