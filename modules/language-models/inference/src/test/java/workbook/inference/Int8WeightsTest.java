package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Golden;
import workbook.autograd.Init;
import workbook.autograd.Tensor;
import workbook.topictest.Near;
import workbook.transformer.Style;

@DisplayName("Weights of 8 bits")
class Int8WeightsTest {

  private static final Golden GOLDEN = Golden.beside(Int8WeightsTest.class);

  /// The scale is 31.75 / 127 = .25 exactly; the halves .5 and -63.5 go to 0 and -64.
  @Test
  @DisplayName("are rounded to the even neighbour, as in NumPy")
  void numpy() {
    float[] weights = {.125f, -.5f, 31.75f, -15.875f, 0};
    Int8Weights rounded = Int8Weights.perRow(weights, 1, 5);
    int[] expected = {0, -2, 127, -64, 0};
    for (int i = 0; i < 5; i++) {
      assertThat(rounded.number(0, i)).as("number %d", i).isEqualTo((byte) expected[i]);
    }
    assertThat(rounded.scale(0)).isEqualTo(.25f);
  }

  @Test
  @DisplayName("are those of PyTorch's round, by row and with one scale")
  void pytorch() {
    float[] weights = GOLDEN.floats("int8/weights");
    assertNumbers("int8/row", Int8Weights.perRow(weights, 6, 10));
    assertNumbers("int8/tensor", Int8Weights.perTensor(weights, 6, 10));
  }

  private static void assertNumbers(String name, Int8Weights actual) {
    float[] expected = GOLDEN.floats(name);
    for (int i = 0; i < expected.length; i++) {
      assertThat((float) actual.number(i / 10, i % 10))
          .as("%s, element %d", name, i)
          .isEqualTo(expected[i]);
    }
  }

  /// Rounding is off by 1/2 at most; the rest is the rounding of floats.
  @Test
  @DisplayName("are off by half a scale at most, and some nearly are")
  void bound() {
    float[] weights = random(40, 50);
    Int8Weights rounded = Int8Weights.perRow(weights, 40, 50);
    double largest = 0;
    float[] row = new float[50];
    for (int i = 0; i < weights.length; i++) {
      if (i % 50 == 0) {
        rounded.row(i / 50, row);
      }
      double error = Math.abs((double) row[i % 50] - weights[i]);
      largest = Math.max(largest, error / (rounded.scale(i / 50) / 2));
    }
    assertThat(largest).isBetween(.99, 1 + 1e-5);
  }

  private static float[] random(int rows, int columns) {
    return Init.normal(Tensor.parameter(rows, columns), 1, new SplittableRandom(1)).data();
  }

  @Test
  @DisplayName("of a row of zeros are zeros, and neither scale nor product is NaN")
  void zeros() {
    Int8Weights zeros = Int8Weights.perRow(new float[4], 2, 2);
    float[] y = {9, 9};
    zeros.multiply(new float[] {1, 2}, y);
    assertThat(y).containsExactly(0, 0);
  }

  @Test
  @DisplayName("multiply as the floats that they stand for")
  void multiply() {
    float[] weights = random(7, 13);
    Int8Weights rounded = Int8Weights.perRow(weights, 7, 13);
    float[] x = random(1, 13);
    float[] y = new float[7];
    rounded.multiply(x, y);
    float[] row = new float[13];
    for (int output = 0; output < 7; output++) {
      rounded.row(output, row);
      double sum = 0;
      for (int i = 0; i < 13; i++) {
        sum += (double) row[i] * x[i];
      }
      Near.assertNear("output " + output, sum, y[output], 1e-5);
    }
  }

  /// A byte for four, and 4 bytes for each row of 32 or 128.
  @Test
  @DisplayName("take a quarter of the memory, and a scale a row")
  void memory() {
    ModelFolder small = ModelFolder.small();
    long floats = small.decoder(FloatWeights::new).bytes();
    long bytes = small.decoder(Int8Weights::perRow).bytes();
    // Rows: 256 + 64, and in each of 2 layers 4 · 32 + 128 + 32.
    assertThat(bytes).isEqualTo(floats / 4 + 4 * (256 + 64 + 2 * (4 * 32 + 128 + 32)));
  }

  @Test
  @DisplayName("spoil a row by one large weight, and with one scale spoil all rows")
  void outlier() {
    float[] weights = GOLDEN.floats("int8/weights");
    assertThat(error(Int8Weights.perRow(weights, 6, 10), 0, weights)).isLessThan(.02);
    assertThat(error(Int8Weights.perTensor(weights, 6, 10), 0, weights)).isGreaterThan(.1);
  }

  private static double error(Int8Weights rounded, int output, float[] weights) {
    float[] row = new float[10];
    rounded.row(output, row);
    double largest = 0;
    for (int i = 0; i < 10; i++) {
      largest = Math.max(largest, Math.abs(row[i] - weights[output * 10 + i]));
    }
    return largest;
  }

  @Test
  @DisplayName("make a decoder that computes with what they stand for")
  void decoder() {
    var model = Models.random(Models.config(Style.LLAMA, 2), 1);
    KvCache one = new KvCache(model.config(), 8, KvCache.Precision.FLOAT);
    KvCache other = new KvCache(model.config(), 8, KvCache.Precision.FLOAT);
    Decoder rounded = Models.decoder(model, Int8Weights::perRow);
    Decoder widened = Models.decoder(model, Int8WeightsTest::widened);
    for (int token : Models.tokens(8, 1)) {
      Near.assertClose("scores", widened.next(token, one), rounded.next(token, other), 1e-5);
    }
  }

  private static Weights widened(float[] numbers, int outputs, int inputs) {
    Int8Weights rounded = Int8Weights.perRow(numbers, outputs, inputs);
    float[] widened = new float[numbers.length];
    float[] row = new float[inputs];
    for (int output = 0; output < outputs; output++) {
      rounded.row(output, row);
      System.arraycopy(row, 0, widened, output * inputs, inputs);
    }
    return new FloatWeights(widened, outputs, inputs);
  }
}
