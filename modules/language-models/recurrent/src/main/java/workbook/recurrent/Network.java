package workbook.recurrent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A recurrent language model: each symbol is looked up, read by a cell, and the cell's output
/// scored against every symbol that may come next.
///
/// @param embedding a row for each symbol
/// @param outputWeights a row for each symbol: its score is the product with the cell's output
/// @param outputBias the score of each symbol before anything was read
public record Network(Tensor embedding, Cell cell, Tensor outputWeights, Tensor outputBias) {

  /// With random weights, drawn as PyTorch would draw them.
  public static Network random(
      CellType type, int symbols, int inputs, int width, RandomGenerator random) {
    Tensor embedding = Init.normal(Tensor.parameter(symbols, inputs), 1, random);
    Cell cell = type.random(inputs, width, random);
    double bound = 1 / StrictMath.sqrt(width);
    return new Network(
        embedding,
        cell,
        Init.uniform(Tensor.parameter(symbols, width), bound, random),
        Init.uniform(Tensor.parameter(symbols), bound, random));
  }

  /// Reads texts side by side.
  ///
  /// @param ids the symbols: at each step of time one of every text
  public Cell.Reading read(Tape t, int[] ids, State start) {
    int rows = start.output().size(0);
    return cell.read(t, t.embedding(embedding, ids, ids.length / rows, rows), start);
  }

  /// The scores of every symbol to come next, for every output of the cell.
  public Tensor scores(Tape t, Tensor outputs) {
    return t.add(t.matmulTransposed(outputs, outputWeights), outputBias);
  }

  public int symbols() {
    return embedding.size(0);
  }

  /// All that is learned, by the names that PyTorch gives it in a module with the parts
  /// `embedding`, `rnn` and `output`.
  public Map<String, Tensor> parameters() {
    Map<String, Tensor> named = new LinkedHashMap<>();
    named.put("embedding.weight", embedding);
    named.putAll(cell.weights().named("rnn."));
    named.put("output.weight", outputWeights);
    named.put("output.bias", outputBias);
    return named;
  }

  /// How many numbers are learned.
  public int size() {
    return parameters().values().stream().mapToInt(Tensor::size).sum();
  }
}
