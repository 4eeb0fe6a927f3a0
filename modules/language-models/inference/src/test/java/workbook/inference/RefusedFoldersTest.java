package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.autograd.Safetensors;
import workbook.autograd.Tensor;
import workbook.lab.Refusal;

@DisplayName("A folder is refused in one line")
class RefusedFoldersTest {

  @TempDir private Path folder;

  private void copy(String name) throws IOException {
    try (Stream<Path> files = Files.list(PublishedLayoutsTest.folder(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
  }

  private void tensors(UnaryOperator<Map<String, Tensor>> change) throws IOException {
    Path file = folder.resolve("model.safetensors");
    Map<String, Tensor> tensors = new LinkedHashMap<>(Safetensors.load(file));
    Safetensors.save(file, change.apply(tensors));
  }

  private void edit(String file, UnaryOperator<String> change) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, change.apply(Files.readString(path)));
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> ModelFolder.read(folder))
        .isInstanceOf(Refusal.class)
        .hasMessage(reason.replace("FOLDER", folder.toString()))
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }

  private static Map<String, Tensor> with(Map<String, Tensor> tensors, String name, int... shape) {
    tensors.put(name, Tensor.parameter(shape));
    return tensors;
  }

  @Test
  @DisplayName("that names a tensor that is missing")
  void missing() throws IOException {
    copy("gpt2");
    tensors(all -> {
      all.remove("h.1.mlp.c_fc.weight");
      return all;
    });
    assertRefused("FOLDER: has no tensor 'h.1.mlp.c_fc.weight', which must be [8, 32]");
  }

  @Test
  @DisplayName("that names a tensor for which there is no place")
  void surplus() throws IOException {
    copy("gpt2");
    tensors(all -> with(all, "h.2.ln_1.weight", 8));
    assertRefused(
        "FOLDER/model.safetensors: has a tensor 'h.2.ln_1.weight' of [8], for which this model has"
            + " no place");
  }

  @Test
  @DisplayName("that names a tensor of another shape, with both")
  void shape() throws IOException {
    copy("gpt2");
    tensors(all -> with(all, "h.0.mlp.c_fc.weight", 32, 8));
    assertRefused(
        "FOLDER/model.safetensors: 'h.0.mlp.c_fc.weight' is [32, 8], and must be [8, 32]");
  }

  @Test
  @DisplayName("that has keys for every head of queries where heads should share them")
  void grouped() throws IOException {
    copy("llama-tied");
    tensors(all -> with(all, "model.layers.1.self_attn.k_proj.weight", 16, 16));
    assertRefused(
        "FOLDER/model.safetensors: 'model.layers.1.self_attn.k_proj.weight' is [16, 16], and must"
            + " be [4, 16]");
  }

  @Test
  @DisplayName("that has a tensor twice, in two files")
  void twice() throws IOException {
    copy("llama");
    Files.copy(
        folder.resolve("model-00001-of-00002.safetensors"),
        folder.resolve("model-00002-of-00002.safetensors"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> ModelFolder.read(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageMatching(".*both have the tensor '.*'");
  }

  @Test
  @DisplayName("whose tensors are of a type that is not read")
  void dtype() throws IOException {
    copy("gpt2");
    Path file = folder.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String wanted = "\"wte.weight\": {\"dtype\": \"F32\"";
    assertThat(text).contains(wanted);
    Files.write(
        file,
        text.replace(wanted, wanted.replace("F32", "I32")).getBytes(StandardCharsets.ISO_8859_1));
    assertRefused("FOLDER/model.safetensors: 'wte.weight' is of I32; F32, F16 and BF16 are read");
  }

  @Test
  @DisplayName("with a weight that is no number")
  void notANumber() throws IOException {
    copy("gpt2");
    tensors(all -> {
      all.get("h.0.ln_1.weight").data()[3] = Float.NaN;
      return all;
    });
    ModelFolder model = ModelFolder.read(folder);
    assertThatThrownBy(() -> model.decoder(FloatWeights::new))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "%s: number 3 of 'h.0.ln_1.weight' is NaN, and every weight must be finite",
            folder.resolve("model.safetensors"));
  }

  @Test
  @DisplayName("that is cut short")
  void cut() throws IOException {
    copy("gpt2");
    Path file = folder.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 4));
    assertRefused(
        "FOLDER/model.safetensors: the tensors take %d bytes, and %d follow the header"
            .formatted(length(bytes), length(bytes) - 4));
  }

  private static long length(byte[] bytes) {
    return bytes.length
        - 8
        - java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong();
  }

  @Test
  @DisplayName("without weights, without a configuration, and that is not there")
  void nothing() throws IOException {
    assertThatThrownBy(() -> ModelFolder.read(folder.resolve("none")))
        .hasMessage("there is no folder " + folder.resolve("none"));
    assertRefused("there is no file FOLDER/config.json");
    copy("gpt2");
    Files.delete(folder.resolve("model.safetensors"));
    assertRefused("FOLDER: has neither model.safetensors nor model.safetensors.index.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"gpt2\" | \"bert\" | model_type must be gpt2 or llama, and is bert",
        "gelu_new | gelu | activation_function must be gelu_new, and is gelu",
        "\"n_layer\": 2 | \"n_layer\": 0 | n_layer must be a whole number from 1 to 1024, and is 0",
        "\"n_layer\": 2 | \"n_layer\": 1025 | n_layer must be a whole number from 1 to 1024, and is"
            + " 1025",
        "\"n_layer\": 2 | \"n_layer\": \"2\" | n_layer must be a whole number from 1 to 1024, and is"
            + " \"2\"",
        "\"n_layer\": 2, | '' | n_layer must be a whole number from 1 to 1024, and is nothing",
        "1e-05 | 0 | layer_norm_epsilon must be a number above 0, and is 0",
        "\"n_head\": 2 | \"n_head\": 3 | 3 heads do not divide a width of 8"
      })
  @DisplayName("whose configuration is another model's")
  void config(String from, String to, String reason) throws IOException {
    copy("gpt2");
    edit("config.json", text -> text.replace(from, to == null ? "" : to));
    assertRefused("FOLDER/config.json: " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"silu\" | \"gelu\" | hidden_act must be silu, and is gelu",
        "\"hidden_act\" | \"rope_scaling\": {\"factor\": 8}, \"hidden_act\" | rope_scaling must be"
            + " null, and is {\"factor\":8}",
        "\"hidden_act\" | \"rope_scaling\": \"linear\", \"hidden_act\" | rope_scaling must be null, and"
            + " is linear",
        "\"hidden_act\" | \"rope_parameters\": {\"rope_type\": \"llama3\"}, \"hidden_act\" | rope_parameters"
            + " must be of the rope_type default, and is {\"rope_type\":\"llama3\"}",
        "\"hidden_act\" | \"rope_parameters\": {\"rope_theta\": 0}, \"hidden_act\" | rope_theta must be a"
            + " number above 0, and is 0",
        "\"num_key_value_heads\": 1 | \"num_key_value_heads\": 3 | 4 query heads cannot share 3 heads of"
            + " keys and values evenly",
        "\"num_attention_heads\": 4 | \"num_attention_heads\": 16 | num_attention_heads must be a divisor"
            + " of half of the width 16, for pairs are rotated, and is 16",
        "\"tie_word_embeddings\": true | \"tie_word_embeddings\": \"yes\" | tie_word_embeddings must be"
            + " true or false, and is \"yes\"",
        "\"hidden_act\" | \"eos_token_id\": 999, \"hidden_act\" | eos_token_id must be a token from 0 to"
            + " 12, and is 999",
        "\"hidden_act\" | \"head_dim\": 8, \"hidden_act\" | head_dim must be 4, and is 8",
        "\"hidden_act\" | \"attention_bias\": true, \"hidden_act\" | attention_bias must be false,"
            + " and is true"
      })
  @DisplayName("of a LLaMA that computes in another way")
  void llama(String from, String to, String reason) throws IOException {
    copy("llama-tied");
    edit("config.json", text -> text.replace(from, to));
    assertRefused("FOLDER/config.json: " + reason);
  }

  @Test
  @DisplayName("but not for the place where Transformers 5 keeps the base of the rotations")
  void ropeParameters() throws IOException {
    copy("llama");
    edit(
        "config.json",
        text ->
            text.replace(
                "\"rope_theta\": 500000.0",
                "\"rope_parameters\": {\"rope_theta\": 250000.0, \"rope_type\": \"default\"}"));
    assertThat(ConfigFile.read(folder.resolve("config.json")).spec().ropeBase()).isEqualTo(250_000);
  }

  @Test
  @DisplayName("whose JSON is none, or not UTF-8")
  void json() throws IOException {
    copy("gpt2");
    Path config = folder.resolve("config.json");
    Files.writeString(config, "[1]");
    assertRefused("FOLDER/config.json: is no JSON object");
    Files.write(config, new byte[] {'{', (byte) 0xFF, '}'});
    assertRefused("FOLDER/config.json: is not UTF-8");
    Files.writeString(config, "{\"model_type\": ");
    assertThatThrownBy(() -> ModelFolder.read(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(config + ":1: is no JSON: ")
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    Files.writeString(config, "{\"a\":".repeat(2000));
    assertThatThrownBy(() -> ModelFolder.read(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(config + ": is no JSON: ")
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"weight_map\": {\"a\": \"../x\"}} | '\"../x\"' is no name of a file beside it",
        "{\"weight_map\": {\"a\": 1}} | '1' is no name of a file beside it",
        "{\"weight_map\": {}} | has no weight_map with names of files"
      })
  @DisplayName("whose index leads elsewhere")
  void index(String json, String reason) throws IOException {
    copy("llama");
    Files.writeString(folder.resolve("model.safetensors.index.json"), json);
    assertRefused("FOLDER/model.safetensors.index.json: " + reason);
  }

  @Test
  @DisplayName("whose index names a file that is not there")
  void shard() throws IOException {
    copy("llama");
    Files.delete(folder.resolve("model-00002-of-00002.safetensors"));
    assertRefused("there is no file FOLDER/model-00002-of-00002.safetensors");
  }
}
