package workbook.embeddings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// The first neural language model (Bengio and others, 2003): the last few symbols are looked up,
/// their vectors put side by side and read by one layer, and its output scored against every symbol
/// that may come next. An n-gram must have seen a context to know it; here one that is like it will
/// do.
///
/// @param embedding a row for each symbol, and a last one for where there is none yet
/// @param hiddenWeights a row for each number of the layer's output
/// @param outputWeights a row for each symbol
public record FeedForward(
    Tensor embedding,
    Tensor hiddenWeights,
    Tensor hiddenBias,
    Tensor outputWeights,
    Tensor outputBias) {

  /// With random weights, drawn as PyTorch would draw them; but the table is drawn small, so that
  /// what its rows become is what was learned.
  static FeedForward random(
      int symbols, int context, int inputs, int width, RandomGenerator random) {
    double ofHidden = 1 / StrictMath.sqrt(context * inputs);
    double ofOutput = 1 / StrictMath.sqrt(width);
    return new FeedForward(
        Init.normal(Tensor.parameter(symbols + 1, inputs), 0.1, random),
        Init.uniform(Tensor.parameter(width, context * inputs), ofHidden, random),
        Init.uniform(Tensor.parameter(width), ofHidden, random),
        Init.uniform(Tensor.parameter(symbols, width), ofOutput, random),
        Init.uniform(Tensor.parameter(symbols), ofOutput, random));
  }

  /// The scores of every symbol to come next.
  ///
  /// @param contexts row after row, the symbols before a place
  /// @return `[rows, symbols]`
  Tensor scores(Tape t, int... contexts) {
    int rows = contexts.length / context();
    Tensor x = t.reshape(t.embedding(embedding, contexts), rows, hiddenWeights.size(1));
    Tensor h = t.tanh(t.add(t.matmulTransposed(x, hiddenWeights), hiddenBias));
    return t.add(t.matmulTransposed(h, outputWeights), outputBias);
  }

  int symbols() {
    return outputWeights.size(0);
  }

  /// How many symbols it reads.
  int context() {
    return hiddenWeights.size(1) / embedding.size(1);
  }

  /// Writes the symbols before a place of a text, as the model wants them.
  void read(int[] text, int place, int[] contexts, int row) {
    int count = context();
    for (int i = 0; i < count; i++) {
      int from = place - count + i;
      contexts[row * count + i] = from < 0 ? symbols() : text[from];
    }
  }

  /// All that is learned, by the names that PyTorch gives it in a module with the parts
  /// `embedding`, `hidden` and `output`.
  Map<String, Tensor> parameters() {
    Map<String, Tensor> named = new LinkedHashMap<>();
    named.put("embedding.weight", embedding);
    named.put("hidden.weight", hiddenWeights);
    named.put("hidden.bias", hiddenBias);
    named.put("output.weight", outputWeights);
    named.put("output.bias", outputBias);
    return named;
  }

  /// How many numbers are learned.
  int size() {
    return parameters().values().stream().mapToInt(Tensor::size).sum();
  }
}
