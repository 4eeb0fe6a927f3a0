package workbook.statespace;

import java.util.Arrays;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;

/// Mamba's recurrence as one operation, with its way back (Gu and Dao, 2023, algorithm 2).
///
/// Each of E channels has N states. At every place, with x = Δ u:
///
/// ```text
/// h[n][e] = exp(Δ[e] A[n][e]) h[n][e] + x[e] B[n]
/// y[e]    = sum over n of C[n] h[n][e]
/// ```
///
/// Δ, B and C may be another at every place, which is what *selective* means, or the same at all,
/// which makes it the time-invariant S4D. The states are kept for the way back. Sequences do not
/// depend on each other, so the threads share them out.
public final class SelectiveScan {

  private final Tensor u;
  private final Coefficient delta;
  private final Coefficient a;
  private final Coefficient b;
  private final Coefficient c;
  private final Tensor y;
  private final int batch;
  private final int time;
  private final int width;
  private final int states;

  /// exp(Δ A), for each place if Δ differs from place to place.
  private final float[] decay;

  /// Of every sequence first the zeros that it starts from, then the states after each place.
  private final float[] kept;

  private SelectiveScan(Tape t, Tensor u, Tensor delta, Tensor a, Tensor b, Tensor c) {
    this.batch = u.size(0);
    this.time = u.size(1);
    this.width = u.size(2);
    this.states = a.size(0);
    this.u = u;
    this.delta = new Coefficient("delta", delta, u.shape(), width);
    this.a = new Coefficient("a", a, null, states, width);
    int[] placewise = {batch, time, states};
    this.b = new Coefficient("b", b, placewise, states, width);
    this.c = new Coefficient("c", c, placewise, states, width);
    this.y = t.output("selectiveScan", u.shape(), u, delta, a, b, c);
    this.decay = t.room((this.delta.isSelective() ? batch * time : 1) * states * width);
    this.kept = t.room(batch * (time + 1) * states * width);
  }

  /// @param u `[batch, time, E]`
  /// @param delta steps, more than 0: `[batch, time, E]`, or `[E]` for all places
  /// @param a less than 0: `[N, E]`
  /// @param b `[batch, time, N]`, or `[N, E]` for all places; as is `c`
  /// @return `[batch, time, E]`
  /// @throws IllegalArgumentException if the shapes do not fit
  public static Tensor scan(Tape t, Tensor u, Tensor delta, Tensor a, Tensor b, Tensor c) {
    SelectiveScan scan = new SelectiveScan(t, u, delta, a, b, c);
    scan.forward(t.kernels());
    scan.y.onBackward(() -> scan.backward(t));
    return scan.y;
  }

  private void forward(FloatKernels kernels) {
    if (!delta.isSelective()) {
      decay(kernels, 0);
    }
    kernels.each(
        batch,
        kept.length,
        (one, from, to) -> {
          float[] x = new float[width];
          float[] row = new float[width];
          for (int sequence = from; sequence < to; sequence++) {
            Arrays.fill(kept, state(sequence, 0), state(sequence, 1), 0);
            for (int place = sequence * time; place < (sequence + 1) * time; place++) {
              if (delta.isSelective()) {
                decay(one, place);
              }
              step(sequence, place, x, row);
            }
          }
        });
  }

  /// Where the states are after so many places of a sequence.
  private int state(int sequence, int places) {
    return (sequence * (time + 1) + places) * states * width;
  }

  private int decayAt(int place) {
    return delta.isSelective() ? place * states * width : 0;
  }

  private void decay(FloatKernels one, int place) {
    int start = decayAt(place);
    float[] steps = delta.data();
    int at = delta.at(place);
    for (int n = 0; n < states; n++) {
      for (int e = 0; e < width; e++) {
        decay[start + n * width + e] = steps[at + e] * a.data()[n * width + e];
      }
    }
    one.exp(decay, decay, start, start + states * width);
  }

  private void step(int sequence, int place, float[] x, float[] row) {
    int before = state(sequence, place - sequence * time);
    int after = before + states * width;
    int decays = decayAt(place);
    multiply(delta.data(), delta.at(place), u.data(), place * width, x);
    for (int n = 0; n < states; n++) {
      int skip = n * width;
      b.row(place, n, row);
      for (int e = 0; e < width; e++) {
        kept[after + skip + e] = decay[decays + skip + e] * kept[before + skip + e] + x[e] * row[e];
      }
      c.row(place, n, row);
      for (int e = 0; e < width; e++) {
        y.data()[place * width + e] += row[e] * kept[after + skip + e];
      }
    }
  }

  private static void multiply(float[] a, int aAt, float[] b, int bAt, float[] product) {
    for (int e = 0; e < product.length; e++) {
      product[e] = a[aAt + e] * b[bAt + e];
    }
  }

  private void backward(Tape t) {
    for (Coefficient coefficient : new Coefficient[] {delta, a, b, c}) {
      coefficient.begin(t, batch);
    }
    float[] dy = y.gradient();
    float[] du = u.hasGradient() ? u.gradient() : t.room(u.size());
    t.kernels()
        .each(
            batch,
            3L * kept.length,
            (one, from, to) -> {
              Back back = new Back(one, dy, du);
              for (int sequence = from; sequence < to; sequence++) {
                back.sequence(sequence);
              }
            });
    for (Coefficient coefficient : new Coefficient[] {delta, a, b, c}) {
      coefficient.end(batch);
    }
  }

  /// The way back through sequences, on one thread. With g, the gradient of the states h of a
  /// place, and that of the next place, g', and its decay a' = exp(Δ' A): g = C dy + a' g'. Then dB
  /// = sum of g x and dC = sum of dy h over the channels, dx = sum of g B over the states, and with
  /// q = g · decay · (h before): dΔ = sum of q A + dx u, dA = sum of q Δ over the places.
  private final class Back {

    private final FloatKernels one;
    private final float[] dy;
    private final float[] du;
    private final float[] carried = new float[states * width];
    private final float[] x = new float[width];
    private final float[] dx = new float[width];
    private final float[] g = new float[width];
    private final float[] q = new float[width];
    private final float[] row = new float[width];
    private final float[] steps = new float[width];

    Back(FloatKernels one, float[] dy, float[] du) {
      this.one = one;
      this.dy = dy;
      this.du = du;
    }

    void sequence(int sequence) {
      Arrays.fill(carried, 0);
      for (int place = (sequence + 1) * time - 1; place >= sequence * time; place--) {
        place(sequence, place);
      }
    }

    private void place(int sequence, int place) {
      int after = state(sequence, place - sequence * time + 1);
      int start = place * width;
      multiply(delta.data(), delta.at(place), u.data(), start, x);
      Arrays.fill(dx, 0);
      Arrays.fill(steps, 0);
      for (int n = 0; n < states; n++) {
        differentiate(place, sequence, n, after + n * width);
      }
      for (int e = 0; e < width; e++) {
        steps[e] += dx[e] * u.data()[start + e];
        du[start + e] += dx[e] * delta.data()[delta.at(place) + e];
      }
      delta.addRow(sequence, place, steps);
    }

    private void differentiate(int place, int sequence, int n, int after) {
      int skip = n * width;
      int before = after - states * width;
      int decays = decayAt(place) + skip;
      int start = place * width;
      c.row(place, n, row);
      for (int e = 0; e < width; e++) {
        g[e] = carried[skip + e] + row[e] * dy[start + e];
        carried[skip + e] = g[e] * decay[decays + e];
        q[e] = carried[skip + e] * kept[before + e];
        steps[e] += q[e] * a.data()[skip + e];
      }
      a.addProduct(one, sequence, place, n, q, 0, delta.data(), delta.at(place));
      b.addProduct(one, sequence, place, n, g, 0, x, 0);
      c.addProduct(one, sequence, place, n, kept, after, dy, start);
      b.row(place, n, row);
      for (int e = 0; e < width; e++) {
        dx[e] += g[e] * row[e];
      }
    }
  }
}
