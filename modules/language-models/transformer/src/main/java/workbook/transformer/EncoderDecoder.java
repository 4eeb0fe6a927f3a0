package workbook.transformer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// The transformer as it was first (Vaswani and others, 2017): an encoder reads the whole input in
/// both directions, and a decoder writes, looking at its own text and at what the encoder made of
/// the input.
///
/// Both have as many blocks as the [Config] says, and share one table of tokens, which is the
/// output matrix too. Positions are learned, where the paper has sines; it found no difference.
public final class EncoderDecoder {

  private final Config config;
  private final Parts parts;
  private final List<Block> encoder = new ArrayList<>();
  private final List<DecoderBlock> decoder = new ArrayList<>();

  /// With all weights 0 and all gains 1.
  ///
  /// @throws IllegalArgumentException if positions are not learned, or output and input have not
  ///   one table
  public EncoderDecoder(Config config) {
    Style style = config.style();
    if (style.positions() != Style.Positions.LEARNED || !style.tied() || style.encoder()) {
      throw new IllegalArgumentException(
          config.name() + ": two stacks have learned positions and one table of tokens");
    }
    this.config = config;
    this.parts = new Parts(config, shapes(config));
    for (int layer = 0; layer < config.layers(); layer++) {
      String written = "decoder." + layer + ".";
      encoder.add(parts.block("encoder." + layer + "."));
      decoder.add(
          new DecoderBlock(
              parts.block(written),
              parts.residual(written + "middle"),
              parts.crossAttention(written + "cross.")));
    }
  }

  private static Map<String, int[]> shapes(Config config) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put("token", new int[] {config.vocabulary(), config.width()});
    shapes.put("position", new int[] {config.context(), config.width()});
    for (String side : List.of("encoder.", "decoder.")) {
      for (int layer = 0; layer < config.layers(); layer++) {
        config.block(shapes, side + layer + ".");
        if (side.equals("decoder.")) {
          config.residual(shapes, side + layer + ".middle");
          config.attention(shapes, side + layer + ".cross.");
        }
      }
      if (config.style().order().isNormedBefore()) {
        config.norm(shapes, side + "norm");
      }
    }
    return shapes;
  }

  /// All that is learned.
  public Map<String, Tensor> parameters() {
    return parts.parameters();
  }

  List<DecoderBlock> decoder() {
    return decoder;
  }

  /// What a place starts from: `[batch, time, width]`.
  ///
  /// @throws IllegalArgumentException if there are more places than learned positions
  Tensor embed(Tape t, int[] ids, int batch) {
    int time = ids.length / batch;
    if (time > config.context()) {
      throw new IllegalArgumentException(
          "%d places, and positions were learned for %d".formatted(time, config.context()));
    }
    Tensor x = t.embedding(parameters().get("token"), ids, batch, time);
    return t.add(x, t.slice(parameters().get("position"), 0, 0, time));
  }

  /// What the encoder makes of the input: `[batch, time, width]`. This is done once, whatever is
  /// written then.
  ///
  /// @param seen which places of the input count
  public Tensor read(Tape t, int[] input, int batch, Mask seen) {
    Tensor x = embed(t, input, batch);
    for (Block block : encoder) {
      x = block.apply(t, x, seen);
    }
    return finish(t, "encoder.norm", x);
  }

  /// The scores of every token to come next, at every place of what is being written: `[batch,
  /// time, vocabulary]`.
  ///
  /// @param read what [#read] gave
  public Tensor logits(Tape t, int[] written, int batch, Tensor read, Mask seen) {
    Tensor x = embed(t, written, batch);
    for (DecoderBlock block : decoder) {
      x = block.apply(t, x, Mask.causal(), read, seen);
    }
    return t.matmulTransposed(finish(t, "decoder.norm", x), parameters().get("token"));
  }

  /// How much the last block looks at each place of the input: `[batch, heads, written, read]`.
  public Tensor weights(Tape t, int[] written, int batch, Tensor read, Mask seen) {
    Tensor x = embed(t, written, batch);
    for (DecoderBlock block : decoder.subList(0, decoder.size() - 1)) {
      x = block.apply(t, x, Mask.causal(), read, seen);
    }
    return decoder.getLast().weights(t, x, Mask.causal(), read, seen);
  }

  private Tensor finish(Tape t, String norm, Tensor x) {
    return config.style().order().isNormedBefore() ? parts.norm(norm).apply(t, x) : x;
  }
}
