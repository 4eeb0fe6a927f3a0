package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.topictest.Near;
import workbook.topictest.Peer;
import workbook.transformer.Rope.Pairing;

/// 赵鑫 et al., 《大语言模型》, codes 5.2, 5.3, 5.5 and 6.1, at
/// [LLMBook-zh](https://github.com/LLMBook-zh/LLMBook-zh.github.io/tree/main/code).
@DisplayName("Where the book's code of transformers slips")
class BookTest {

  private final Tape t = Numbers.tape();

  /// As in code 5.2: x · cos + rotate_half(x) · sin, where rotate_half puts the second half, with
  /// its sign changed, before the first.
  private static float[] turned(int position, float... x) {
    int half = x.length / 2;
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      double angle = position * Math.pow(10_000, -2.0 * (i % half) / x.length);
      float other = i < half ? -x[i + half] : x[i - half];
      y[i] = (float) (x[i] * Math.cos(angle) + other * Math.sin(angle));
    }
    return y;
  }

  private float[] rope(Pairing pairing, float... x) {
    return new Rope(pairing, 10_000).apply(t, Tensor.constant(x, 1, x.length), 1).data();
  }

  /// 将向量每两个元素视为一个子空间, says its comment.
  @Test
  @DisplayName("RoPE: the comment takes each two elements for a pair; the code takes i and i + d/2")
  void rope() {
    // Element 1 of eight makes a pair with element 0 by the comment, and with element 5 by the
    // code.
    float[] one = {0, 1, 0, 0, 0, 0, 0, 0};
    assertThat(turned(1, one)).containsExactly(rope(Pairing.HALVES, one), within(1e-6f));
    assertThat(notZero(turned(1, one))).containsExactly(1, 5);
    assertThat(notZero(rope(Pairing.ADJACENT, one))).containsExactly(0, 1);
    // Hugging Face's numbers for 1 2 3 4, then the paper's.
    Near.assertClose(
        "code",
        new double[] {-1.984111, 1.959901, 2.462378, 4.019800},
        turned(1, 1, 2, 3, 4),
        1e-6);
    Near.assertClose(
        "comment",
        new double[] {-1.142640, 1.922076, 2.959851, 4.029800},
        rope(Pairing.ADJACENT, 1, 2, 3, 4),
        1e-6);
  }

  private static int[] notZero(float... x) {
    return IntStream.range(0, x.length).filter(i -> x[i] != 0).toArray();
  }

  /// 计算相对距离, says the comment of code 5.3, where it counts the keys from 0. The numbers are
  /// PyTorch's, for the scores S(3,4) C(3,4)ᵀ / 2 and a slope of 1/2.
  @Test
  @DisplayName("ALiBi: what it calls distance is the key's place; causal, that makes no difference")
  void alibi() {
    Tensor scores =
        t.scale(t.matmul(Numbers.sines(3, 4), t.transpose(Numbers.cosines(3, 4), 0, 1)), .5f);
    float[] places = {0, .5f, 1, 0, .5f, 1, 0, .5f, 1};
    float[] distances = {0, -.5f, -1, -.5f, 0, -.5f, -1, -.5f, 0};
    float[] byPlace = weights(scores, places, Mask.causal());
    Near.assertClose(
        "causal",
        new double[] {1, 0, 0, .2218, .7782, 0, .4324, .1697, .3979},
        weights(scores, distances, Mask.causal()),
        1e-4);
    assertThat(byPlace).containsExactly(weights(scores, distances, Mask.causal()), within(1e-6f));
    // An encoder's first place would look at the last key .1715 by place, and .0489 by distance.
    assertThat(weights(scores, places, Mask.bidirectional())[2]).isCloseTo(.1715f, within(1e-4f));
    assertThat(weights(scores, distances, Mask.bidirectional())[2])
        .isCloseTo(.0489f, within(1e-4f));
  }

  private float[] weights(Tensor scores, float[] bias, Mask mask) {
    Tensor biased = t.add(scores, Tensor.constant(bias, 3, 3));
    return MaskedSoftmax.apply(t, biased, (query, key) -> mask.allows(0, query, key)).data();
  }

  /// Code 5.5 fills a matrix of hidden places with True. Hugging Face's, which it is taken from,
  /// then keeps what is above the diagonal (`torch.triu`).
  @Test
  @DisplayName("LLaMA: its causal mask hides every place from every other, and from itself")
  void mask() {
    Tensor scores =
        t.scale(t.matmul(Numbers.sines(3, 4), t.transpose(Numbers.cosines(3, 4), 0, 1)), .5f);
    boolean[][] hidden = new boolean[3][3];
    for (boolean[] row : hidden) {
      Arrays.fill(row, true);
    }
    float[] nothing = MaskedSoftmax.apply(t, scores, (query, key) -> !hidden[query][key]).data();
    assertThat(nothing).containsOnly(0);
    // PyTorch's weights for the triangle.
    Near.assertClose(
        "above the diagonal",
        new double[] {1, 0, 0, .319734, .680266, 0, .634289, .150955, .214756},
        MaskedSoftmax.apply(t, scores, (query, key) -> !(hidden[query][key] && key > query)).data(),
        1e-6);
  }

  private static final String REFUSED =
      """
      class LlamaModel {
        float[][] forward(int... inputIds) {
          float[][] inputsEmbeds;
          if (inputsEmbeds == null) {
            inputsEmbeds = new float[inputIds.length][];
          }
          return inputsEmbeds;
        }
      }
      """;

  @Test
  @DisplayName("LLaMA: inputs_embeds is read before it is set; a compiler would say so")
  void refused() {
    assertThat(errors(REFUSED))
        .containsExactly("variable inputsEmbeds might not have been initialized");
    String parameter = REFUSED.replace("int... inputIds", "int[] inputIds, float[][] inputsEmbeds");
    assertThat(errors(parameter.replace("    float[][] inputsEmbeds;\n", ""))).isEmpty();
  }

  private static List<String> errors(String program) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///LlamaModel.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return program;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, List.of("-proc:none"), null, List.of(file));
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream().map(error -> error.getMessage(Locale.ROOT)).toList();
  }

  /// A function with the names of code 5.5: what is given by name lands in `kwargs`, and a name
  /// that is assigned somewhere in a function is a local one everywhere in it.
  @Tag("peers")
  @Test
  @DisplayName("LLaMA: Python ends there, and nothing that is given sets inputs_embeds")
  void embeddings() {
    String program =
        """
        def forward(input_ids=None, **kwargs):
            if inputs_embeds is None:
                inputs_embeds = [input_ids]
            return inputs_embeds
        forward(%s)
        """;
    Peer python = new Peer("python3", "sudo apt-get install python3");
    for (String given : new String[] {"3", "inputs_embeds=3"}) {
      assertThatThrownBy(() -> python.run("", "-c", program.formatted(given)))
          .hasMessageContaining("UnboundLocalError")
          .hasMessageContaining("inputs_embeds");
    }
    assertThat(
            python.run(
                "",
                "-c",
                program.replace("**kwargs", "inputs_embeds=None, **kwargs").formatted("3")))
        .isEmpty();
  }

  /// 映射为词汇表中每个词元的概率, says the comment of code 6.1 on what its last layer gives. The losses are
  /// those of PyTorch's `cross_entropy`.
  @Test
  @DisplayName("loss: what its last layer gives are logits, not probabilities, and has to be")
  void logits() {
    Tensor scores = Numbers.sines(3, 5);
    float sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += scores.data()[i];
    }
    assertThat(sum).isCloseTo(.1762f, within(1e-4f));
    int[] targets = {1, 4, 0};
    assertThat(t.crossEntropy(scores, targets).value()).isCloseTo(2.173543f, within(1e-6f));
    assertThat(t.crossEntropy(t.softmax(scores), targets).value())
        .isCloseTo(1.6518f, within(1e-4f));
  }

  /// Brown and others (2020), table 2.1: width, heads, and width of a head. In the other six rows
  /// the first is the product of the others.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "125M, 768, 12, 64, 768",
    "350M, 1024, 16, 64, 1024",
    "760M, 1536, 16, 96, 1536",
    "1.3B, 2048, 24, 128, 3072",
    "2.7B, 2560, 32, 80, 2560",
    "6.7B, 4096, 32, 128, 4096",
    "13B, 5140, 40, 128, 5120",
    "175B, 12288, 96, 128, 12288"
  })
  @DisplayName("GPT-3's own table: two widths are not heads times the width of a head")
  void gpt3(String name, int width, int heads, int ofHead, int product) {
    assertThat(heads * ofHead).isEqualTo(product);
    boolean slips = name.equals("1.3B") || name.equals("13B");
    assertThat(width == product).isEqualTo(!slips);
  }
}
