package workbook.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import workbook.autograd.Safetensors;
import workbook.autograd.Tensor;
import workbook.transformer.Config;
import workbook.transformer.Model;

/// Writes a model as GPT-2 is published: the way back from [Layout#GPT2].
final class Gpt2Files {

  private Gpt2Files() {}

  /// Writes `config.json`, `model.safetensors` and, for tokens that are bytes, `vocab.json`. Texts
  /// begin and end with a line end, says `tokenizer_config.json`.
  static void write(Path folder, Model model) throws IOException {
    Files.createDirectories(folder);
    Safetensors.save(folder.resolve(Shards.SINGLE), tensors(model), Map.of("format", "pt"));
    Files.writeString(folder.resolve("config.json"), config(model.config()));
    Files.writeString(folder.resolve("vocab.json"), bytes());
    Files.writeString(folder.resolve("tokenizer_config.json"), "{\"add_bos_token\": true}\n");
  }

  private static Map<String, Tensor> tensors(Model model) {
    Map<String, Tensor> ours = model.parameters();
    Config c = model.config();
    Map<String, Tensor> theirs = new LinkedHashMap<>();
    theirs.put("wte.weight", ours.get("token"));
    theirs.put("wpe.weight", ours.get("position"));
    for (int layer = 0; layer < c.layers(); layer++) {
      String from = layer + ".";
      String to = "h." + layer + ".";
      norm(ours, from + "first", theirs, to + "ln_1");
      linear(theirs, to + "attn.c_attn", ours, from + "query", from + "key", from + "value");
      linear(theirs, to + "attn.c_proj", ours, from + "output");
      norm(ours, from + "second", theirs, to + "ln_2");
      linear(theirs, to + "mlp.c_fc", ours, from + "up");
      linear(theirs, to + "mlp.c_proj", ours, from + "down");
    }
    norm(ours, "norm", theirs, "ln_f");
    return theirs;
  }

  private static void norm(
      Map<String, Tensor> ours, String from, Map<String, Tensor> theirs, String to) {
    theirs.put(to + ".weight", ours.get(from + ".gain"));
    theirs.put(to + ".bias", ours.get(from + ".bias"));
  }

  /// Several matrices side by side, each transposed.
  private static void linear(
      Map<String, Tensor> theirs, String to, Map<String, Tensor> ours, String... parts) {
    int outputs = ours.get(parts[0] + ".weight").size(0);
    int inputs = ours.get(parts[0] + ".weight").size(1);
    int all = outputs * parts.length;
    float[] weight = new float[inputs * all];
    float[] bias = new float[all];
    for (int part = 0; part < parts.length; part++) {
      float[] rows = ours.get(parts[part] + ".weight").data();
      for (int output = 0; output < outputs; output++) {
        for (int input = 0; input < inputs; input++) {
          weight[input * all + part * outputs + output] = rows[output * inputs + input];
        }
      }
      System.arraycopy(ours.get(parts[part] + ".bias").data(), 0, bias, part * outputs, outputs);
    }
    theirs.put(to + ".weight", Tensor.constant(weight, inputs, all));
    theirs.put(to + ".bias", Tensor.constant(bias, all));
  }

  private static String config(Config c) {
    return """
    {
      "model_type": "gpt2",
      "activation_function": "gelu_new",
      "vocab_size": %d,
      "n_positions": %d,
      "n_embd": %d,
      "n_layer": %d,
      "n_head": %d,
      "n_inner": %d,
      "layer_norm_epsilon": 1e-05,
      "bos_token_id": 10,
      "eos_token_id": 10
    }
    """
        .formatted(c.vocabulary(), c.context(), c.width(), c.layers(), c.heads(), c.hidden());
  }

  /// A token for each byte, by its number, and none of more bytes.
  private static String bytes() {
    Map<Integer, Integer> characters = new java.util.TreeMap<>();
    VocabularyFile.bytesByCharacter().forEach((character, b) -> characters.put(b, character));
    StringBuilder json = new StringBuilder("{");
    characters.forEach((b, character) -> {
      String text = Character.toString(character);
      String escaped = text.equals("\"") || text.equals("\\") ? "\\" + text : text;
      json.append(b == 0 ? "" : ", ").append('"').append(escaped).append("\": ").append(b);
    });
    return json.append("}\n").toString();
  }
}
