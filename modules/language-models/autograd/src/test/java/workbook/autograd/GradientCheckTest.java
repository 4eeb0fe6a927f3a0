package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import workbook.autograd.Cases.Case;
import workbook.kernels.FloatKernels;
import workbook.topictest.Near;

@DisplayName("Each operation, held against its definition in double")
class GradientCheckTest {

  private static final long SEED = 20_261_125;

  /// A central difference in double is off by about h² from the curve and 2^-53 / h from rounding:
  /// 1e-10 and 1e-11 here. What remains is the float's own rounding, 6e-8.
  private static final double H = 1e-5;

  /// The longest way through an operation rounds some twenty times (layer norm: two sums, a root, a
  /// product or two, and again for the way back); the functions of kernels add an error of 5 each.
  private static final double ROUNDINGS = 24 * 0x1p-24;

  private static final List<Case> CASES = Cases.ALL;

  private final Tape tape = new Tape(FloatKernels.best());
  private final SplittableRandom random = new SplittableRandom(SEED);

  @ParameterizedTest(name = "{0}")
  @FieldSource("CASES")
  @DisplayName("gives the values of the definition")
  void values(Case of) {
    float[][] numbers = of.numbers(random);
    Tensor y = of.operation().apply(tape, constants(of, numbers));
    Near.assertClose(of + " seed " + SEED, define(of, numbers), y.data(), ROUNDINGS);
    assertThat(y.hasGradient()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("CASES")
  @DisplayName("gives the same bits in arrays that others have used")
  void usedArrays(Case of) {
    float[][] numbers = of.numbers(random);
    Tape used = new Tape(FloatKernels.best());
    for (int size = 1; size <= 128; size++) {
      for (int i = 0; i < 8; i++) {
        Arrays.fill(used.room(size), Float.NaN);
      }
    }
    used.reset();
    Tensor[] expected = parameters(of, numbers);
    Tensor[] actual = parameters(of, numbers);
    Tensor y = of.operation().apply(tape, expected);
    Tensor again = of.operation().apply(used, actual);
    assertThat(again.size()).as("large enough an array was used").isLessThanOrEqualTo(128);
    assertThat(again.data()).isEqualTo(y.data());
    tape.backward(tape.sum(y));
    used.backward(used.sum(again));
    for (int input = 0; input < expected.length; input++) {
      assertThat(actual[input].gradient())
          .as("gradient of input %d", input)
          .isEqualTo(expected[input].gradient());
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("CASES")
  @DisplayName("passes back the gradient that differences of the definition give")
  void gradients(Case of) {
    float[][] numbers = of.numbers(random);
    Tensor[] x = parameters(of, numbers);
    float[] weights = weights(of.operation().apply(tape, x), x);
    for (int input = 0; input < x.length; input++) {
      Near.assertClose(
          "%s: gradient of input %d, seed %d".formatted(of, input, SEED),
          differences(of, numbers, input, weights),
          x[input].gradient(),
          ROUNDINGS);
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("CASES")
  @DisplayName("adds to the gradients that are there, and leaves alone inputs without one")
  void addsToGradients(Case of) {
    float[][] numbers = of.numbers(random);
    Tensor[] alone = parameters(of, numbers);
    SplittableRandom same = random.split();
    float[] weights = weights(of.operation().apply(tape, alone), alone);
    for (int input = 0; input < alone.length; input++) {
      tape.reset();
      Tensor[] mixed = constants(of, numbers);
      mixed[input] = parameters(of, numbers)[input];
      float before = 100 + same.nextInt(8);
      Arrays.fill(mixed[input].gradient(), before);
      Tensor y = of.operation().apply(tape, mixed);
      tape.backward(tape.sum(tape.mul(y, Tensor.constant(weights, y.shape()))));
      float[] gradient = alone[input].gradient();
      double[] expected =
          IntStream.range(0, gradient.length).mapToDouble(i -> gradient[i] + before).toArray();
      Near.assertClose(
          "%s: gradient of input %d where %.0f was".formatted(of, input, before),
          expected,
          mixed[input].gradient(),
          // The sum rounds once for each part that is added, at the size of 100.
          8 * 0x1p-24);
    }
  }

  /// Makes the loss `sum of weights · y`, with random weights, and walks back.
  ///
  /// @return the weights, which are also the gradient of y
  private float[] weights(Tensor y, Tensor... x) {
    float[] weights = new float[y.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat() * 2 - 1;
    }
    tape.backward(tape.sum(tape.mul(y, Tensor.constant(weights, y.shape()))));
    assertThat(x).allMatch(Tensor::hasGradient);
    return weights;
  }

  private static double[] differences(Case of, float[][] numbers, int input, float[] weights) {
    double[][] x = doubles(numbers);
    double[] gradient = new double[x[input].length];
    for (int i = 0; i < gradient.length; i++) {
      double at = x[input][i];
      x[input][i] = at + H;
      double above = loss(of.definition().apply(x), weights);
      x[input][i] = at - H;
      double below = loss(of.definition().apply(x), weights);
      x[input][i] = at;
      gradient[i] = (above - below) / (2 * H);
    }
    return gradient;
  }

  private static double loss(double[] y, float[] weights) {
    double loss = 0;
    for (int i = 0; i < y.length; i++) {
      loss += y[i] * weights[i];
    }
    return loss;
  }

  private static double[] define(Case of, float[][] numbers) {
    return of.definition().apply(doubles(numbers));
  }

  private static double[][] doubles(float[][] numbers) {
    double[][] doubles = new double[numbers.length][];
    for (int row = 0; row < numbers.length; row++) {
      float[] from = numbers[row];
      doubles[row] = IntStream.range(0, from.length).mapToDouble(i -> from[i]).toArray();
    }
    return doubles;
  }

  private static Tensor[] constants(Case of, float[][] numbers) {
    Tensor[] x = new Tensor[numbers.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Tensor.constant(numbers[i].clone(), of.shapes()[i]);
    }
    return x;
  }

  private static Tensor[] parameters(Case of, float[][] numbers) {
    Tensor[] x = new Tensor[numbers.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Tensor.parameter(of.shapes()[i]);
      System.arraycopy(numbers[i], 0, x[i].data(), 0, numbers[i].length);
    }
    return x;
  }

  @Test
  @DisplayName("no operation is missing here")
  void complete() {
    Set<String> operations =
        Stream.of(Arithmetic.class, Functions.class, Products.class, Rows.class, Shapes.class)
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .filter(Method::isDefault)
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertThat(CASES.stream().map(of -> of.name().split(" ")[0]).collect(Collectors.toSet()))
        .isEqualTo(operations)
        .hasSize(25);
    assertThat(CASES)
        .as("sum and mean by axis, a layer norm with another epsilon, too")
        .hasSize(31);
  }
}
