package workbook.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A whole transformer: embeddings, blocks, scores. A GPT, a LLaMA and a BERT differ in their
/// [Style] only.
public final class Model {

  private final Config config;
  private final Parts parts;
  private final List<Block> blocks = new ArrayList<>();

  /// With all weights 0 and all gains 1.
  public Model(Config config) {
    this.config = config;
    this.parts = new Parts(config, config.shapes());
    for (int layer = 0; layer < config.layers(); layer++) {
      blocks.add(parts.block(layer + "."));
    }
  }

  public Config config() {
    return config;
  }

  /// All that is learned, by the names of [Config#shapes].
  public Map<String, Tensor> parameters() {
    return parts.parameters();
  }

  public List<Block> blocks() {
    return blocks;
  }

  /// What a place starts from: the row of its token, and that of its position if positions are
  /// learned.
  ///
  /// @param ids the tokens of sequences of one length, one behind the other
  /// @return `[batch, time, width]`
  /// @throws IllegalArgumentException if there are more places than learned positions
  public Tensor embed(Tape t, int[] ids, int batch) {
    int time = ids.length / batch;
    Tensor x = t.embedding(parts.parameters().get("token"), ids, batch, time);
    if (config.style().positions() == Style.Positions.LEARNED) {
      if (time > config.context()) {
        throw new IllegalArgumentException(
            "%d places, and positions were learned for %d".formatted(time, config.context()));
      }
      x = t.add(x, t.slice(parts.parameters().get("position"), 0, 0, time));
    }
    if (config.style().encoder()) {
      // All belongs to the first segment.
      x =
          t.add(
              x, t.embedding(parts.parameters().get("segment"), new int[ids.length], batch, time));
      x = parts.norm("embeddingNorm").apply(t, x);
    }
    return x;
  }

  /// What the blocks make of it: `[batch, time, width]`.
  public Tensor read(Tape t, int[] ids, int batch, Mask mask) {
    Tensor x = embed(t, ids, batch);
    for (Block block : blocks) {
      x = block.apply(t, x, mask);
    }
    return finish(t, x);
  }

  /// The norm behind the last block, where there is one.
  Tensor finish(Tape t, Tensor x) {
    return config.style().order().isNormedBefore() ? parts.norm("norm").apply(t, x) : x;
  }

  /// The scores of every token to come next, at every place: `[batch, time, vocabulary]`.
  ///
  /// @throws IllegalStateException for an encoder, which has seen what comes next
  public Tensor logits(Tape t, int[] ids, int batch) {
    return score(t, read(t, ids, batch, Mask.causal()));
  }

  Tensor score(Tape t, Tensor x) {
    if (config.style().encoder()) {
      throw new IllegalStateException(config.name() + " is an encoder: it predicts no next token");
    }
    return t.matmulTransposed(
        x, parts.parameters().get(config.style().tied() ? "token" : "output.weight"));
  }

  /// What an encoder says of a whole sequence: a layer on its first place, `[batch, width]`.
  Tensor pool(Tape t, Tensor x) {
    Tensor first = t.reshape(t.slice(x, 1, 0, 1), x.size(0), x.size(2));
    return t.tanh(parts.linear("pooler").apply(t, first));
  }
}
