package workbook.inference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import workbook.transformer.Config;
import workbook.transformer.Rope;

/// How a family of published files names and shapes its tensors.
enum Layout {
  /// GPT-2. Its `Conv1D` keeps a matrix inputs by outputs, and queries, keys and values are one. A
  /// saved mask (`attn.bias`) and a copy of the embeddings (`lm_head`) are of no use.
  GPT2("(h\\.\\d+\\.attn\\.(masked_)?bias|lm_head\\.weight)") {
    @Override
    Map<String, Stored> parameters(Config c) {
      Map<String, Stored> all = new LinkedHashMap<>();
      int d = c.width();
      all.put("token", Stored.asIs("wte.weight", c.vocabulary(), d));
      all.put("position", Stored.asIs("wpe.weight", c.context(), d));
      for (int layer = 0; layer < c.layers(); layer++) {
        String ours = layer + ".";
        String theirs = "h." + layer + ".";
        norm(all, ours + "first", theirs + "ln_1", d);
        String[] parts = {"query", "key", "value"};
        String fused = theirs + "attn.c_attn";
        for (int part = 0; part < parts.length; part++) {
          all.put(
              ours + parts[part] + ".weight",
              Stored.columns(fused + ".weight", d, 3 * d, part * d, d));
          all.put(ours + parts[part] + ".bias", Stored.part(fused + ".bias", 3 * d, part * d, d));
        }
        linear(all, ours + "output", theirs + "attn.c_proj", d, d);
        norm(all, ours + "second", theirs + "ln_2", d);
        linear(all, ours + "up", theirs + "mlp.c_fc", d, c.hidden());
        linear(all, ours + "down", theirs + "mlp.c_proj", c.hidden(), d);
      }
      norm(all, "norm", "ln_f", d);
      return all;
    }
  },
  /// LLaMA as Hugging Face keeps it, its descendants too. The rows of `q_proj` and `k_proj` are in
  /// the order of RoPE's halves already.
  LLAMA("model\\.layers\\.\\d+\\.self_attn\\.rotary_emb\\.inv_freq") {
    @Override
    Map<String, Stored> parameters(Config c) {
      return llama(
          c,
          new Names(
              "model.embed_tokens",
              "model.layers.",
              "input_layernorm",
              "self_attn.%s_proj",
              "post_attention_layernorm",
              "mlp.gate_proj",
              "mlp.up_proj",
              "mlp.down_proj",
              "model.norm",
              "lm_head"),
          identity(c.width() / c.heads()));
    }
  },
  /// LLaMA as Meta publishes it, with RoPE's adjacent pairs: the rows of queries and keys must be
  /// put in another order, head by head.
  META("rope\\.freqs") {
    @Override
    Map<String, Stored> parameters(Config c) {
      return llama(
          c,
          new Names(
              "tok_embeddings",
              "layers.",
              "attention_norm",
              "attention.w%s",
              "ffn_norm",
              "feed_forward.w1",
              "feed_forward.w3",
              "feed_forward.w2",
              "norm",
              "output"),
          Rope.halvesFromAdjacent(c.width() / c.heads()));
    }
  };

  private record Names(
      String token,
      String layers,
      String first,
      String attention,
      String second,
      String gate,
      String up,
      String down,
      String norm,
      String output) {}

  private final Pattern ignored;

  Layout(String ignored) {
    this.ignored = Pattern.compile(ignored);
  }

  /// Where each parameter of ours lies.
  abstract Map<String, Stored> parameters(Config config);

  /// Whether a tensor may be there, and is of no use.
  boolean ignores(String name) {
    return ignored.matcher(name).matches();
  }

  /// The layout of a file with these names.
  ///
  /// @param gpt2 whether the configuration says so
  static Layout of(boolean gpt2, Set<String> names) {
    if (gpt2) {
      return GPT2;
    }
    return names.contains("tok_embeddings.weight") ? META : LLAMA;
  }

  /// @param order of the rows in each head of queries and of keys
  private static Map<String, Stored> llama(Config c, Names names, int... order) {
    Map<String, Stored> all = new LinkedHashMap<>();
    int d = c.width();
    int shared = order.length * c.shared();
    all.put("token", Stored.asIs(names.token + ".weight", c.vocabulary(), d));
    for (int layer = 0; layer < c.layers(); layer++) {
      String ours = layer + ".";
      String theirs = names.layers + layer + ".";
      String attention = theirs + names.attention + ".weight";
      all.put(ours + "first.gain", Stored.asIs(theirs + names.first + ".weight", d));
      all.put(ours + "query.weight", Stored.rowsOfHeads(attention.formatted("q"), d, d, order));
      all.put(ours + "key.weight", Stored.rowsOfHeads(attention.formatted("k"), shared, d, order));
      all.put(ours + "value.weight", Stored.asIs(attention.formatted("v"), shared, d));
      all.put(ours + "output.weight", Stored.asIs(attention.formatted("o"), d, d));
      all.put(ours + "second.gain", Stored.asIs(theirs + names.second + ".weight", d));
      all.put(ours + "gate.weight", Stored.asIs(theirs + names.gate + ".weight", c.hidden(), d));
      all.put(ours + "up.weight", Stored.asIs(theirs + names.up + ".weight", c.hidden(), d));
      all.put(ours + "down.weight", Stored.asIs(theirs + names.down + ".weight", d, c.hidden()));
    }
    all.put("norm.gain", Stored.asIs(names.norm + ".weight", d));
    if (!c.style().tied()) {
      all.put("output.weight", Stored.asIs(names.output + ".weight", c.vocabulary(), d));
    }
    return all;
  }

  private static int[] identity(int size) {
    int[] order = new int[size];
    java.util.Arrays.setAll(order, i -> i);
    return order;
  }

  private static void norm(Map<String, Stored> all, String ours, String theirs, int width) {
    all.put(ours + ".gain", Stored.asIs(theirs + ".weight", width));
    all.put(ours + ".bias", Stored.asIs(theirs + ".bias", width));
  }

  private static void linear(
      Map<String, Stored> all, String ours, String theirs, int inputs, int outputs) {
    all.put(ours + ".weight", Stored.columns(theirs + ".weight", inputs, outputs, 0, outputs));
    all.put(ours + ".bias", Stored.part(theirs + ".bias", outputs, 0, outputs));
  }
}
