package workbook.transformer;

import java.util.LinkedHashMap;
import java.util.Map;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// How an encoder learns without labels (Devlin and others, 2018): some tokens are hidden, and it
/// is to say from both sides what stood there.
///
/// It is an encoder, a layer with GELU and a norm, and the table of embeddings as output matrix
/// with a bias of its own. The pooler has no part in it.
public final class MaskedTokens {

  private final Model encoder;
  private final Map<String, Tensor> parameters = new LinkedHashMap<>();

  /// With all weights of the head 0 and all gains 1.
  ///
  /// @throws IllegalArgumentException if it is a decoder
  public MaskedTokens(Model encoder) {
    Config config = encoder.config();
    if (!config.style().encoder()) {
      throw new IllegalArgumentException(
          config.name() + " is a decoder: it does not see what comes after a hidden token");
    }
    this.encoder = encoder;
    encoder
        .parameters()
        .forEach((name, tensor) -> {
          if (!name.startsWith("pooler.")) {
            parameters.put(name, tensor);
          }
        });
    int width = config.width();
    parameters.put("head.weight", Tensor.parameter(width, width));
    parameters.put("head.bias", Tensor.parameter(width));
    parameters.put("headNorm.gain", Init.constant(Tensor.parameter(width), 1));
    parameters.put("headNorm.bias", Tensor.parameter(width));
    parameters.put("output.bias", Tensor.parameter(config.vocabulary()));
  }

  /// All that is learned: the encoder's by its names, and the head's.
  public Map<String, Tensor> parameters() {
    return parameters;
  }

  /// The scores of every token, at some places of what was read: `[places, vocabulary]`.
  ///
  /// @param read what the encoder made of all places, `[batch, time, width]`
  /// @param places counted from 0 over all sequences
  public Tensor logits(Tape t, Tensor read, int... places) {
    int width = read.size(2);
    Tensor all = t.reshape(read, read.size(0) * read.size(1), width);
    Tensor chosen = t.reshape(t.embedding(all, places, 1, places.length), places.length, width);
    Tensor sums = t.matmulTransposed(chosen, parameters.get("head.weight"));
    Tensor hidden = t.gelu(t.add(sums, parameters.get("head.bias")));
    Tensor normed =
        t.layerNorm(
            hidden,
            parameters.get("headNorm.gain"),
            parameters.get("headNorm.bias"),
            encoder.config().style().epsilon());
    return t.add(
        t.matmulTransposed(normed, parameters.get("token")), parameters.get("output.bias"));
  }

  /// The mean surprise at what was hidden.
  ///
  /// @param inputs with the hidden tokens replaced
  /// @param places where they were, as [#logits] counts
  /// @param targets what stood there
  public Tensor loss(Tape t, int[] inputs, int batch, int[] places, int... targets) {
    Tensor read = encoder.read(t, inputs, batch, Mask.bidirectional());
    return t.crossEntropy(logits(t, read, places), targets);
  }
}
