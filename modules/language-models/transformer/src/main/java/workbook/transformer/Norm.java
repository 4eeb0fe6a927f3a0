package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Brings each row to a size that does not depend on how large it was.
public sealed interface Norm {

  Tensor apply(Tape t, Tensor x);

  /// To mean 0 and variance 1, then scaled and shifted by column (Ba and others, 2016).
  ///
  /// @param bias the shift; constant zeros where there is none to learn
  /// @param epsilon what is added to the variance
  record Layer(Tensor gain, Tensor bias, float epsilon) implements Norm {

    @Override
    public Tensor apply(Tape t, Tensor x) {
      return t.layerNorm(x, gain, bias, epsilon);
    }
  }

  /// Divided by the root of the mean square, then scaled by column (Zhang and Sennrich, 2019). The
  /// mean stays, and there is no shift.
  ///
  /// @param epsilon what is added under the root
  record Rms(Tensor gain, float epsilon) implements Norm {

    @Override
    public Tensor apply(Tape t, Tensor x) {
      int n = gain.size();
      Tensor y = t.output("rmsNorm", x.shape(), x, gain);
      for (int start = 0; start < x.size(); start += n) {
        float scale = scale(t, x, start);
        for (int j = 0; j < n; j++) {
          y.data()[start + j] = x.data()[start + j] * scale * gain.data()[j];
        }
      }
      y.onBackward(() -> passBack(t, x, y, t.scratch(n)));
      return y;
    }

    /// With z = x / root and dz = dy · gain: dx = (dz - z · mean(dz · z)) / root. What is taken off
    /// is the part along z: a longer row gives the same z.
    private void passBack(Tape t, Tensor x, Tensor y, float[] z) {
      int n = gain.size();
      for (int start = 0; start < x.size(); start += n) {
        float scale = scale(t, x, start);
        float stretch = 0;
        for (int j = 0; j < n; j++) {
          z[j] = x.data()[start + j] * scale;
          stretch += y.gradient()[start + j] * gain.data()[j] * z[j];
        }
        for (int j = 0; j < n; j++) {
          float dy = y.gradient()[start + j];
          if (x.hasGradient()) {
            x.gradient()[start + j] += (dy * gain.data()[j] - z[j] * stretch / n) * scale;
          }
          if (gain.hasGradient()) {
            gain.gradient()[j] += dy * z[j];
          }
        }
      }
    }

    private float scale(Tape t, Tensor x, int start) {
      int n = gain.size();
      float square = t.kernels().dot(x.data(), start, x.data(), start, n) / n;
      return 1 / (float) Math.sqrt(square + epsilon);
    }
  }
}
