package workbook.transformer;

import java.util.Arrays;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.Matrix;

/// [Attention] without a bias as one operation, for training: the same bits in less time.
///
/// The heads stay side by side, as the products made them, and each is read where it lies. Only the
/// weights are kept for the way back, not the products and the scores as well. Sequences and heads
/// do not depend on each other, so the threads share them out.
public final class FusedAttention {

  private final Mask mask;
  private final Tensor q;
  private final Tensor k;
  private final Tensor v;
  private final Tensor y;
  private final int shared;
  private final int group;
  private final int queries;
  private final int keys;
  private final int width;
  private final float scale;
  private final float[] weights;

  private FusedAttention(Tape t, Tensor q, Tensor k, Tensor v, int heads, int shared, Mask mask) {
    this.mask = mask;
    this.q = q;
    this.k = k;
    this.v = v;
    this.shared = shared;
    this.group = heads / shared;
    this.queries = q.size(1);
    this.keys = k.size(1);
    this.width = q.size(2) / heads;
    this.scale = (float) (1 / Math.sqrt(width));
    this.y = t.outputToSet("fusedAttention", q.shape(), q, k, v);
    this.weights = t.room(q.size(0) * heads * queries * keys);
  }

  /// @param q `[batch, queries, heads · width]`
  /// @param k `[batch, keys, shared · width]`, as is `v`
  /// @return `[batch, queries, heads · width]`
  /// @throws IllegalArgumentException if the heads cannot be shared out
  public static Tensor attend(
      Tape t, Tensor q, Tensor k, Tensor v, int heads, int shared, Mask mask) {
    Attention.checkShared(heads, shared);
    FusedAttention attention = new FusedAttention(t, q, k, v, heads, shared, mask);
    attention.forward(t.kernels());
    attention.y.onBackward(() -> attention.backward(t.kernels()));
    return attention.y;
  }

  /// How many heads of keys there are in all sequences.
  private int units() {
    return q.size(0) * shared;
  }

  private void forward(FloatKernels kernels) {
    kernels.each(
        units(),
        weights.length,
        (one, from, to) -> {
          Hidden hidden = null;
          for (int unit = from; unit < to; unit++) {
            int sequence = unit / shared;
            if (hidden == null || hidden.sequence != sequence) {
              hidden = Hidden.of(mask, sequence, queries, keys);
            }
            Matrix unitKeys = ofKeys(k.data(), unit);
            Matrix unitValues = ofKeys(v.data(), unit);
            for (int head = unit * group; head < (unit + 1) * group; head++) {
              Matrix p = inWeights(weights, head * queries * keys);
              one.product(ofQueries(q.data(), head), unitKeys.transposed(), p);
              weigh(one, head, hidden);
              one.product(p, unitValues, ofQueries(y.data(), head));
            }
          }
        });
  }

  /// Makes weights of products.
  private void weigh(FloatKernels one, int head, Hidden hidden) {
    int start = head * queries * keys;
    for (int i = start; i < start + queries * keys; i++) {
      weights[i] *= scale;
    }
    for (int place : hidden.places) {
      weights[start + place] = Float.NEGATIVE_INFINITY;
    }
    one.softmax(weights, weights, keys, head * queries, (head + 1) * queries);
    for (int query : hidden.blind) {
      Arrays.fill(weights, start + query * keys, start + (query + 1) * keys, 0);
    }
  }

  /// What a mask hides in a sequence.
  ///
  /// @param places of the weights, query after query
  /// @param blind queries that see nothing: their weights are 0, as in [MaskedSoftmax]
  private record Hidden(int sequence, int[] places, int[] blind) {

    static Hidden of(Mask mask, int sequence, int queries, int keys) {
      int[] places = new int[queries * keys];
      int[] blind = new int[queries];
      int hidden = 0;
      int none = 0;
      for (int query = 0; query < queries; query++) {
        int before = hidden;
        for (int key = 0; key < keys; key++) {
          if (!mask.allows(sequence, query, key)) {
            places[hidden++] = query * keys + key;
          }
        }
        if (hidden - before == keys) {
          blind[none++] = query;
        }
      }
      return new Hidden(sequence, Arrays.copyOf(places, hidden), Arrays.copyOf(blind, none));
    }
  }

  /// With the weights P: dV = Pᵀ dY, dP = dY Vᵀ, and for the products dS = P (dP - sum of dP P) /
  /// √d; then dQ = dS K and dK = dSᵀ Q.
  private void backward(FloatKernels kernels) {
    // In the order in which they are written below: they may be one tensor.
    boolean firstV = v.hasGradient() && v.takesFirst();
    boolean firstQ = q.hasGradient() && q.takesFirst();
    boolean firstK = k.hasGradient() && k.takesFirst();
    float[] dy = y.gradient();
    kernels.each(
        units(),
        weights.length,
        (one, from, to) -> {
          float[] room = new float[queries * keys];
          Matrix ds = inWeights(room, 0);
          for (int unit = from; unit < to; unit++) {
            for (int member = 0; member < group; member++) {
              int head = unit * group + member;
              boolean anew = member == 0;
              Matrix dyHead = ofQueries(dy, head);
              if (v.hasGradient()) {
                Matrix p = inWeights(weights, head * queries * keys);
                multiply(one, firstV && anew, p.transposed(), dyHead, ofKeys(v.gradient(), unit));
              }
              one.product(dyHead, ofKeys(v.data(), unit).transposed(), ds);
              differentiate(one, head, room);
              if (q.hasGradient()) {
                multiply(one, firstQ, ds, ofKeys(k.data(), unit), ofQueries(q.gradient(), head));
              }
              if (k.hasGradient()) {
                Matrix dk = ofKeys(k.gradient(), unit);
                multiply(one, firstK && anew, ds.transposed(), ofQueries(q.data(), head), dk);
              }
            }
          }
        });
  }

  /// Makes the gradient of a head's weights that of its products.
  private void differentiate(FloatKernels one, int head, float[] room) {
    for (int query = 0; query < queries; query++) {
      int at = (head * queries + query) * keys;
      int row = query * keys;
      float common = one.dot(room, row, weights, at, keys);
      for (int key = 0; key < keys; key++) {
        room[row + key] = weights[at + key] * (room[row + key] - common) * scale;
      }
    }
  }

  private static void multiply(FloatKernels one, boolean anew, Matrix a, Matrix b, Matrix c) {
    if (anew) {
      one.product(a, b, c);
    } else {
      one.addProduct(a, b, c);
    }
  }

  private Matrix inWeights(float[] data, int at) {
    return new Matrix(data, at, queries, keys, keys, 1);
  }

  private Matrix ofQueries(float[] data, int head) {
    return ofHead(data, head, shared * group, queries);
  }

  private Matrix ofKeys(float[] data, int unit) {
    return ofHead(data, unit, shared, keys);
  }

  /// One of the heads that lie side by side, of one of the sequences.
  private Matrix ofHead(float[] data, int head, int heads, int places) {
    int down = heads * width;
    int at = head / heads * places * down + head % heads * width;
    return new Matrix(data, at, places, width, down, 1);
  }
}
