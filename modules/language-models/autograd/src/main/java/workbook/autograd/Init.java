package workbook.autograd;

import java.util.random.RandomGenerator;

/// What weights start from. A matrix of weights has a row for each input and a column for each
/// output.
///
/// All chance in this workbook's models comes from one seeded [java.util.SplittableRandom], which
/// is SplitMix64: the same numbers in every JDK. The normal numbers are made here, of [StrictMath],
/// for how a JDK makes its own may change.
public final class Init {

  private Init() {}

  /// A number from the standard normal distribution, of two uniform ones (Box and Muller, 1958).
  public static double normal(RandomGenerator random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  /// Normal numbers with mean 0.
  public static Tensor normal(Tensor x, double deviation, RandomGenerator random) {
    for (int i = 0; i < x.size(); i++) {
      x.data()[i] = (float) (deviation * normal(random));
    }
    return x;
  }

  /// Uniform numbers between `-bound` and `bound`.
  public static Tensor uniform(Tensor x, double bound, RandomGenerator random) {
    for (int i = 0; i < x.size(); i++) {
      x.data()[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return x;
  }

  /// Every number the same.
  public static Tensor constant(Tensor x, float value) {
    java.util.Arrays.fill(x.data(), value);
    return x;
  }

  /// Uniform with variance 2 / (inputs + outputs): neither the activations nor the gradients of a
  /// layer with a slope of about 1 grow or shrink (Glorot and Bengio, 2010).
  public static Tensor xavier(Tensor weights, RandomGenerator random) {
    checkMatrix(weights);
    return uniform(weights, StrictMath.sqrt(6.0 / (weights.size(0) + weights.size(1))), random);
  }

  /// Normal with variance 2 / inputs: the 2 makes up for the half that a ReLU sets to 0 (He and
  /// others, 2015).
  public static Tensor kaiming(Tensor weights, RandomGenerator random) {
    checkMatrix(weights);
    return normal(weights, StrictMath.sqrt(2.0 / weights.size(0)), random);
  }

  private static void checkMatrix(Tensor weights) {
    if (weights.axes() != 2) {
      throw new IllegalArgumentException(
          "weights have two axes, inputs and outputs, and these have the shape " + weights);
    }
  }
}
