package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.autograd.Golden;
import workbook.autograd.Safetensors;
import workbook.autograd.Tensor;
import workbook.topictest.Near;

@DisplayName("A checkpoint")
class PublishedLayoutsTest {

  private static final Golden GOLDEN = Golden.beside(PublishedLayoutsTest.class);

  @TempDir private Path folder;

  static Path folder(String name) {
    try {
      return Path.of(
              Objects.requireNonNull(PublishedLayoutsTest.class.getResource(name + "/config.json"))
                  .toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// golden.py says what is special about each.
  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "gpt2-saved", "llama", "llama-meta", "llama-tied"})
  @DisplayName("gives at every place the scores that PyTorch computes under the file's own names")
  void pytorch(String name) {
    Decoder decoder = ModelFolder.read(folder(name)).decoder(FloatWeights::new);
    float[] ids = GOLDEN.floats(name + "/ids");
    float[] expected = GOLDEN.floats(name + "/logits");
    int vocabulary = decoder.spec().config().vocabulary();
    KvCache cache = new KvCache(decoder.spec().config(), ids.length, KvCache.Precision.FLOAT);
    for (int place = 0; place < ids.length; place++) {
      Near.assertClose(
          "%s, scores at place %d".formatted(name, place),
          Arrays.copyOfRange(expected, place * vocabulary, (place + 1) * vocabulary),
          decoder.next((int) ids[place], cache),
          1e-5);
    }
  }

  /// The first fixes what the second could not tell: the order of the rows in the file.
  @Test
  @DisplayName("of Meta's has rows in another order than Hugging Face's, and gives the same scores")
  void meta() throws IOException {
    float[] theirs =
        Safetensors.load(folder("llama-meta").resolve("model.safetensors"))
            .get("layers.0.attention.wk.weight")
            .data();
    float[] ours = ModelFolder.read(folder("llama")).parameters().get("0.key.weight");
    assertThat(theirs).isNotEqualTo(ours);
    assertThat(ModelFolder.read(folder("llama-meta")).parameters().get("0.key.weight"))
        .isEqualTo(ours);
  }

  /// What a learner's own loader does wrong without noticing: c_proj is square.
  @Test
  @DisplayName("whose square matrix lies transposed loads without an error, and only scores tell")
  void transposed() throws IOException {
    Path right = folder("gpt2");
    Map<String, Tensor> tensors =
        new LinkedHashMap<>(Safetensors.load(right.resolve("model.safetensors")));
    float[] square = tensors.get("h.0.attn.c_proj.weight").data();
    float[] transposed = new float[square.length];
    for (int i = 0; i < square.length; i++) {
      transposed[i % 8 * 8 + i / 8] = square[i];
    }
    tensors.put("h.0.attn.c_proj.weight", Tensor.constant(transposed, 8, 8));
    Decoder wrong = decoder(tensors, java.nio.file.Files.readString(right.resolve("config.json")));
    float[] scores = wrong.next(3, new KvCache(wrong.spec().config(), 1, KvCache.Precision.FLOAT));
    Decoder decoder = ModelFolder.read(right).decoder(FloatWeights::new);
    float[] expected =
        decoder.next(3, new KvCache(wrong.spec().config(), 1, KvCache.Precision.FLOAT));
    assertThat(Math.abs(scores[0] - expected[0])).isGreaterThan(.01f);
  }

  /// transformers 5.18.0 in float64: every parameter filled with sin(1)/2, sin(2)/2 … in its own
  /// storage order, those of norms with 1 + sin/10.
  @Test
  @DisplayName("of GPT-2's layout, filled with sines, writes what Hugging Face's generate writes")
  void gpt2Sines() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    put(tensors, "wte.weight", 11, 4);
    put(tensors, "wpe.weight", 8, 4);
    norm(tensors, "h.0.ln_1", 4);
    linear(tensors, "h.0.attn.c_attn", 4, 12);
    linear(tensors, "h.0.attn.c_proj", 4, 4);
    norm(tensors, "h.0.ln_2", 4);
    linear(tensors, "h.0.mlp.c_fc", 4, 16);
    linear(tensors, "h.0.mlp.c_proj", 16, 4);
    norm(tensors, "ln_f", 4);
    Decoder decoder =
        decoder(
            tensors,
            """
            {"model_type": "gpt2", "vocab_size": 11, "n_positions": 8, "n_embd": 4,
             "n_layer": 1, "n_head": 2}\
            """);
    assertLogits(
        decoder, 1.898946, -1.814663, .473340, 1.195872, -2.036688, 1.466664, .119337, -1.622672,
        2.001961, -.994467, -.701908);
    assertWritten(decoder, 8, 8, 0);
    assertBeams(
        decoder,
        List.of(List.of(8, 8, 0), List.of(8, 8, 8), List.of(0, 8, 0)),
        -1.257903,
        -1.263522,
        -1.299124);
  }

  @Test
  @DisplayName("of LLaMA's layout, filled with sines, writes what Hugging Face's generate writes")
  void llamaSines() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    String layer = "model.layers.0.";
    put(tensors, "model.embed_tokens.weight", 11, 8);
    put(tensors, layer + "self_attn.q_proj.weight", 8, 8);
    put(tensors, layer + "self_attn.k_proj.weight", 4, 8);
    put(tensors, layer + "self_attn.v_proj.weight", 4, 8);
    put(tensors, layer + "self_attn.o_proj.weight", 8, 8);
    put(tensors, layer + "mlp.gate_proj.weight", 12, 8);
    put(tensors, layer + "mlp.up_proj.weight", 12, 8);
    put(tensors, layer + "mlp.down_proj.weight", 8, 12);
    for (String norm : List.of(layer + "input_layernorm", layer + "post_attention_layernorm")) {
      tensors.put(norm + ".weight", filled(i -> 1 + Math.sin(i) / 10, 8));
    }
    tensors.put("model.norm.weight", filled(i -> 1 + Math.sin(i) / 10, 8));
    put(tensors, "lm_head.weight", 11, 8);
    Decoder decoder =
        decoder(
            tensors,
            """
            {"model_type": "llama", "vocab_size": 11, "max_position_embeddings": 64,
             "hidden_size": 8, "intermediate_size": 12, "num_hidden_layers": 1,
             "num_attention_heads": 4, "num_key_value_heads": 2, "rms_norm_eps": 1e-6}\
            """);
    assertLogits(
        decoder, -.245933, -.119393, .280676, .037716, -.291651, .047155, .277929, -.128032,
        -.240672, .198068, .183034);
    assertWritten(decoder, 2, 2, 6, 2, 9, 2);
    assertBeams(
        decoder,
        List.of(List.of(2, 2, 6), List.of(2, 2, 2), List.of(9, 2, 6)),
        -1.582395,
        -1.588614,
        -1.677114);
  }

  private static final int[] PROMPT = {3, 1, 4, 1, 5};

  private Decoder decoder(Map<String, Tensor> tensors, String config) throws IOException {
    Safetensors.save(folder.resolve("model.safetensors"), tensors);
    java.nio.file.Files.writeString(folder.resolve("config.json"), config);
    return ModelFolder.read(folder).decoder(FloatWeights::new);
  }

  private static void assertLogits(Decoder decoder, double... expected) {
    KvCache cache = new KvCache(decoder.spec().config(), 5, KvCache.Precision.FLOAT);
    float[] x = null;
    for (int token : PROMPT) {
      x = decoder.read(token, cache);
    }
    Near.assertClose("scores", expected, decoder.score(x), 2e-6);
  }

  private static void assertWritten(Decoder decoder, int... expected) {
    List<Integer> written = new java.util.ArrayList<>();
    Generator.write(
        decoder,
        PROMPT,
        expected.length,
        -1,
        Sampling.GREEDY,
        new java.util.SplittableRandom(1),
        written::add);
    assertThat(written).containsExactly(Arrays.stream(expected).boxed().toArray(Integer[]::new));
  }

  private static void assertBeams(Decoder decoder, List<List<Integer>> tokens, double... scores) {
    List<BeamSearch.Found> found =
        new BeamSearch(3, 3, -1, 1).search(Decoded.of(decoder, PROMPT, 8));
    assertThat(found).extracting(BeamSearch.Found::tokens).isEqualTo(tokens);
    Near.assertClose(
        "scores of the beams",
        scores,
        found.stream().mapToDouble(BeamSearch.Found::score).toArray(),
        2e-6);
  }

  private static void put(Map<String, Tensor> tensors, String name, int... shape) {
    tensors.put(name, filled(i -> Math.sin(i) / 2, shape));
  }

  private static void linear(Map<String, Tensor> tensors, String name, int inputs, int outputs) {
    put(tensors, name + ".weight", inputs, outputs);
    put(tensors, name + ".bias", outputs);
  }

  private static void norm(Map<String, Tensor> tensors, String name, int width) {
    tensors.put(name + ".weight", filled(i -> 1 + Math.sin(i) / 10, width));
    put(tensors, name + ".bias", width);
  }

  private static Tensor filled(IntToDoubleFunction f, int... shape) {
    Tensor tensor = Tensor.parameter(shape);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.data()[i] = (float) f.applyAsDouble(i + 1);
    }
    return tensor;
  }
}
