package workbook.autograd;

import java.util.Arrays;
import java.util.Collection;
import workbook.kernels.FloatKernels;

/// What is done to the gradients of all parameters between two steps.
public final class Gradients {

  private Gradients() {}

  /// Sets them to 0. Without it the next backward pass adds to those of the last.
  public static void clear(Collection<Tensor> parameters) {
    for (Tensor parameter : parameters) {
      Arrays.fill(parameter.gradient(), 0);
    }
  }

  /// Their Euclidean norm, as if all were one vector.
  public static double norm(Collection<Tensor> parameters) {
    double sum = 0;
    for (Tensor parameter : parameters) {
      float[] g = parameter.gradient();
      sum += FloatKernels.best().dot(g, 0, g, 0, g.length);
    }
    return Math.sqrt(sum);
  }

  /// Shortens them all by one factor, so that the norm is `longest` at most. The direction stays.
  ///
  /// @return the norm before
  public static double clip(Collection<Tensor> parameters, double longest) {
    double norm = norm(parameters);
    float factor = (float) (longest / (norm + 1e-6)); // As PyTorch's clip_grad_norm_ does.
    if (factor < 1) {
      for (Tensor parameter : parameters) {
        float[] g = parameter.gradient();
        for (int i = 0; i < g.length; i++) {
          g[i] *= factor;
        }
      }
    }
    return norm;
  }
}
