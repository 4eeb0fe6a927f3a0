package workbook.inference;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import workbook.lab.Refusal;
import workbook.text.Tokenizer;
import workbook.transformer.Config;
import workbook.transformer.Style;

/// A published model on disk, as Hugging Face lays one out: `config.json`, the weights, and a
/// vocabulary if it is one that is read here.
public final class ModelFolder {

  private final Spec spec;
  private final int begin;
  private final boolean begins;
  private final int end;
  private final Shards shards;
  private final String prefix;
  private final Map<String, Stored> parameters;
  private final Optional<Tokenizer> tokenizer;

  private ModelFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Refusal("there is no folder " + folder);
    }
    ConfigFile file = ConfigFile.read(folder.resolve("config.json"));
    this.spec = file.spec();
    this.begin = file.begin();
    this.begins = begins(folder.resolve("tokenizer_config.json"));
    this.end = file.end();
    this.shards = new Shards(folder);
    Config config = spec.config();
    Layout layout = Layout.of(config.style().biases(), shards.names());
    this.prefix = prefix(layout);
    this.parameters = layout.parameters(config);
    shards.check(prefix, layout, parameters.values());
    this.tokenizer = VocabularyFile.in(folder, config.vocabulary());
  }

  /// A saved `GPT2LMHeadModel` has one before all names, the published files have not.
  private String prefix(Layout layout) {
    String prefix = "transformer.";
    return layout == Layout.GPT2 && shards.names().contains(prefix + "wte.weight") ? prefix : "";
  }

  /// @throws Refusal if something is missing or does not fit, in one line that says what
  public static ModelFolder read(Path folder) {
    return new ModelFolder(folder);
  }

  /// The small model that the examples of this topic use.
  public static ModelFolder small() {
    try {
      return read(
          Path.of(
                  Objects.requireNonNull(ModelFolder.class.getResource("small/config.json"))
                      .toURI())
              .getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public Spec spec() {
    return spec;
  }

  /// The token that a text begins with, or -1.
  public int begin() {
    return begin;
  }

  /// Whether that token stands before every text: for LLaMA it does, for GPT-2 only where
  /// `tokenizer_config.json` says so.
  public boolean begins() {
    return begins;
  }

  private boolean begins(Path file) {
    boolean llama = spec.config().style().positions() == Style.Positions.ROTARY;
    return Files.exists(file) ? Json.read(file).path("add_bos_token").asBoolean(llama) : llama;
  }

  /// The token that ends a text, or -1.
  public int end() {
    return end;
  }

  /// What turns text into tokens, if the folder has a vocabulary.
  public Optional<Tokenizer> tokenizer() {
    return tokenizer;
  }

  /// Reads tensors one by one, as they are asked for.
  public Parameters parameters() {
    return name -> {
      Stored stored = parameters.get(name);
      return stored.toOurs().apply(shards.read(prefix + stored.name()));
    };
  }

  public Decoder decoder(Decoder.Form form) {
    return new Decoder(spec, parameters(), form);
  }
}
