package workbook.transformer;

/// What the models of a family have in common, whatever their size.
///
/// @param positions how a place is told from another
/// @param order where the norms stand
/// @param rms whether they are RMSNorm, without shift, and not LayerNorm
/// @param epsilon what a norm adds under its root
/// @param activation in the feed-forward network
/// @param gated whether that has a third matrix
/// @param biases whether matrices have biases, and LayerNorm a shift
/// @param tied whether the table of embeddings is the output matrix too
/// @param encoder whether every place sees every place; then there is a table for two kinds of
///   segment, a norm behind the embeddings, and a layer on the first place (the pooler), and no
///   output matrix
public record Style(
    Positions positions,
    Block.Order order,
    boolean rms,
    float epsilon,
    Activation activation,
    boolean gated,
    boolean biases,
    boolean tied,
    boolean encoder) {

  /// How a place is told from another.
  public enum Positions {
    /// A learned row for each, added to the token's.
    LEARNED,
    /// Queries and keys are rotated.
    ROTARY,
    /// Scores fall with the distance.
    ALIBI
  }

  /// GPT-1 (2018).
  public static final Style GPT1 =
      new Style(
          Positions.LEARNED,
          Block.Order.POST,
          false,
          1e-5f,
          Activation.GELU_TANH,
          false,
          true,
          true,
          false);

  /// GPT-2 (2019) and GPT-3 (2020): the norms move.
  public static final Style GPT2 =
      new Style(
          Positions.LEARNED,
          Block.Order.PRE,
          false,
          1e-5f,
          Activation.GELU_TANH,
          false,
          true,
          true,
          false);

  /// nanoGPT (2022): GPT-2's with the exact GELU, and without biases.
  public static final Style NANOGPT =
      new Style(
          Positions.LEARNED,
          Block.Order.PRE,
          false,
          1e-5f,
          Activation.GELU,
          false,
          false,
          true,
          false);

  /// LLaMA (2023).
  public static final Style LLAMA =
      new Style(
          Positions.ROTARY,
          Block.Order.PRE,
          true,
          1e-6f,
          Activation.SILU,
          true,
          false,
          false,
          false);

  /// BERT (2018).
  public static final Style BERT =
      new Style(
          Positions.LEARNED,
          Block.Order.POST,
          false,
          1e-12f,
          Activation.GELU,
          false,
          true,
          true,
          true);
}
