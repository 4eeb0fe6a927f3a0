package workbook.inference;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import workbook.lab.Refusal;
import workbook.transformer.Activation;
import workbook.transformer.Block;
import workbook.transformer.Config;
import workbook.transformer.Style;

/// A `config.json` of Hugging Face's, of a GPT-2 or a LLaMA. What would change the arithmetic, and
/// is not done here, is refused: a model that is run almost right writes nonsense.
final class ConfigFile {

  private static final int LARGEST = 1 << 24;

  /// Eight times as many as any published model has: names are made for each.
  private static final int MOST_LAYERS = 1024;

  private final Path file;
  private final JsonNode root;

  private ConfigFile(Path file) {
    this.file = file;
    this.root = Json.read(file);
  }

  /// @throws Refusal if it cannot be read
  static ConfigFile read(Path file) {
    return new ConfigFile(file);
  }

  /// @throws Refusal if the model is of another kind
  Spec spec() {
    String type = text("model_type", "nothing");
    return switch (type) {
      case "gpt2" -> gpt2();
      case "llama" -> llama();
      default -> throw refused("model_type", "gpt2 or llama", type);
    };
  }

  /// The token that a text begins with, or -1.
  int begin() {
    return token("bos_token_id");
  }

  /// The token that ends a text, or -1. Of several the first.
  int end() {
    return token("eos_token_id");
  }

  private int token(String name) {
    JsonNode node = root.path(name);
    JsonNode first = node.isArray() ? node.path(0) : node;
    if (first.isMissingNode() || first.isNull()) {
      return -1;
    }
    int tokens = size("vocab_size");
    if (!first.isIntegralNumber() || !(first.asDouble() >= 0) || first.asDouble() >= tokens) {
      throw refused(name, "a token from 0 to " + (tokens - 1), node.toString());
    }
    return first.asInt();
  }

  private Spec gpt2() {
    require("activation_function", "gelu_new", "gelu_new");
    requireFlag("scale_attn_weights", true);
    requireFlag("scale_attn_by_inverse_layer_idx", false);
    requireFlag("tie_word_embeddings", true);
    int width = size("n_embd");
    int context = size("n_positions");
    int heads = size("n_head");
    Config sizes =
        sizes(
            Style.GPT2,
            context,
            width,
            size("n_layer", MOST_LAYERS),
            heads,
            heads,
            root.path("n_inner").isNumber() ? size("n_inner") : 4 * width);
    return new Spec(sizes, context, (float) number("layer_norm_epsilon", 1e-5), 1);
  }

  private Spec llama() {
    require("hidden_act", "silu", "silu");
    requireFlag("attention_bias", false);
    requireFlag("mlp_bias", false);
    require("rope_scaling", "null", "null");
    int width = size("hidden_size");
    int heads = size("num_attention_heads");
    int shared = root.path("num_key_value_heads").isNumber() ? size("num_key_value_heads") : heads;
    if (width % (2 * heads) != 0) {
      throw refused(
          "num_attention_heads",
          "a divisor of half of the width %d, for pairs are rotated".formatted(width),
          String.valueOf(heads));
    }
    if (root.path("head_dim").isNumber() && size("head_dim") * (long) heads != width) {
      throw refused("head_dim", String.valueOf(width / heads), root.path("head_dim").toString());
    }
    float epsilon = (float) number("rms_norm_eps", 1e-6);
    boolean tied = flag("tie_word_embeddings");
    Style style =
        new Style(
            Style.Positions.ROTARY,
            Block.Order.PRE,
            true,
            epsilon,
            Activation.SILU,
            true,
            false,
            tied,
            false);
    Config sizes =
        sizes(
            style,
            0,
            width,
            size("num_hidden_layers", MOST_LAYERS),
            heads,
            shared,
            size("intermediate_size"));
    return new Spec(sizes, size("max_position_embeddings"), epsilon, ropeBase());
  }

  /// The base of the rotations. Before version 5 of Transformers it stands by itself, since then in
  /// `rope_parameters`.
  private double ropeBase() {
    double alone = number("rope_theta", 10_000);
    JsonNode parameters = root.path("rope_parameters");
    if (parameters.isMissingNode() || parameters.isNull()) {
      return alone;
    }
    if (!parameters.path("rope_type").asString("default").equals("default")) {
      throw refused("rope_parameters", "of the rope_type default", parameters.toString());
    }
    return number("rope_theta", parameters.path("rope_theta"), alone);
  }

  private Config sizes(
      Style style, int context, int width, int layers, int heads, int shared, int hidden) {
    int vocabulary = size("vocab_size");
    try {
      return new Config(
          file.toString(), style, vocabulary, context, width, layers, heads, shared, hidden);
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      throw new Refusal(
          message.startsWith(file.toString()) ? message : "%s: %s".formatted(file, message), e);
    }
  }

  private String text(String name, String otherwise) {
    JsonNode node = root.path(name);
    return node.isString() ? node.asString() : node.isMissingNode() ? otherwise : node.toString();
  }

  private void require(String name, String wanted, String otherwise) {
    String found = text(name, otherwise);
    if (!found.equals(wanted)) {
      throw refused(name, wanted, found);
    }
  }

  private boolean flag(String name) {
    JsonNode node = root.path(name);
    if (!node.isMissingNode() && !node.isBoolean()) {
      throw refused(name, "true or false", node.toString());
    }
    return node.asBoolean(false);
  }

  private void requireFlag(String name, boolean wanted) {
    require(name, String.valueOf(wanted), String.valueOf(wanted));
  }

  private int size(String name) {
    return size(name, LARGEST);
  }

  private int size(String name, int most) {
    JsonNode node = root.path(name);
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.asInt() < 1
        || node.asInt() > most) {
      throw refused(
          name,
          "a whole number from 1 to " + most,
          node.isMissingNode() ? "nothing" : node.toString());
    }
    return node.asInt();
  }

  private double number(String name, double otherwise) {
    return number(name, root.path(name), otherwise);
  }

  private double number(String name, JsonNode node, double otherwise) {
    if (node.isMissingNode()) {
      return otherwise;
    }
    if (!node.isNumber() || !(node.asDouble() > 0) || !Float.isFinite((float) node.asDouble())) {
      throw refused(name, "a number above 0", node.toString());
    }
    return node.asDouble();
  }

  private Refusal refused(String name, String wanted, String found) {
    return new Refusal("%s: %s must be %s, and is %s".formatted(file, name, wanted, found));
  }
}
