package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("PyTorch's numbers (pytorch.py)")
class PyTorchTest {

  private static final Map<String, float[]> NUMBERS = new HashMap<>();

  private final FloatKernels kernels = FloatKernels.best();

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = PyTorchTest.class.getResourceAsStream("pytorch.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": "))
          .forEach(parts -> NUMBERS.put(parts[0], floats(parts[1])));
    }
  }

  private static float[] floats(String text) {
    String[] words = text.replace("inf", "Infinity").replace("nan", "NaN").split(" ");
    float[] floats = new float[words.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.parseFloat(words[i]);
    }
    return floats;
  }

  @Test
  @DisplayName("are there: 20 arrays")
  void there() {
    assertThat(NUMBERS).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource({
    "exp, 2e-7, 0",
    "tanh, 2e-7, 0",
    "sigmoid, 3e-7, 0",
    // PyTorch takes 1 + erf, where digits are lost: at -3 it is 5.3e-7 off, by a table of Phi.
    "gelu, 3e-7, 1e-6",
    "gelu gradient, 3e-7, 1e-6",
  })
  @DisplayName("come out of the functions of every element")
  void functions(String name, double relative, double absolute) {
    float[] y = apply(name, NUMBERS.get("x"));
    Floats.assertClose(name, NUMBERS.get(name), y, relative, absolute);
  }

  @ParameterizedTest
  @CsvSource({"exp", "tanh", "sigmoid"})
  @DisplayName("come out for infinities and NaN")
  void special(String name) {
    float[] x = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
    Floats.assertSameBits(name, NUMBERS.get("special " + name), apply(name, x));
  }

  private float[] apply(String name, float[] x) {
    float[] y = new float[x.length];
    switch (name) {
      case "exp" -> kernels.exp(x, y, 0, x.length);
      case "tanh" -> kernels.tanh(x, y, 0, x.length);
      case "sigmoid" -> kernels.sigmoid(x, y, 0, x.length);
      case "gelu" -> kernels.gelu(x, y, 0, x.length);
      case "gelu gradient" -> kernels.gelu(x, new float[x.length], y, 0, x.length);
      default -> throw new IllegalArgumentException(name);
    }
    return y;
  }

  @Test
  @DisplayName("come out of softmax, masked rows and thousands among them")
  void softmax() {
    float[] y = new float[5 * 19];
    kernels.softmax(NUMBERS.get("rows"), y, 19, 0, 5);
    Floats.assertClose("softmax", NUMBERS.get("softmax"), y, 5e-7, 1e-12);
    y = new float[9];
    kernels.softmax(NUMBERS.get("odd rows"), y, 3, 0, 3);
    Floats.assertSameBits("softmax of odd rows", NUMBERS.get("odd softmax"), y);
  }

  @Test
  @DisplayName("come out of layer norm")
  void layerNorm() {
    float[] y = new float[5 * 19];
    kernels.layerNorm(
        NUMBERS.get("norm x"), NUMBERS.get("norm gain"), NUMBERS.get("norm bias"), 1e-5f, y, 0, 5);
    Floats.assertClose("layer norm", NUMBERS.get("norm y"), y, 2e-6, 2e-6);
  }

  @Test
  @DisplayName("come out of a product, with either side transposed too")
  void product() {
    Matrix a = Matrix.of(NUMBERS.get("a"), 11, 23);
    Matrix b = Matrix.of(NUMBERS.get("b"), 23, 35);
    float[] ab = new float[11 * 35];
    kernels.product(a, b, Matrix.of(ab, 11, 35));
    Floats.assertClose("a b", NUMBERS.get("ab"), ab, 2e-6, 2e-5);
    float[] transposed = new float[35 * 11];
    kernels.product(b.transposed(), a.transposed(), Matrix.of(transposed, 35, 11));
    for (int i = 0; i < 11; i++) {
      for (int j = 0; j < 35; j++) {
        // (ab)' = b' a', and each element has the same terms in the same order.
        assertThat(transposed[j * 11 + i]).isEqualTo(ab[i * 35 + j]);
      }
    }
  }
}
