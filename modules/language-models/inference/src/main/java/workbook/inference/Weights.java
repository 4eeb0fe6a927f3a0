package workbook.inference;

/// A matrix of weights with a row for each output, in whatever form its numbers are kept.
public sealed interface Weights permits FloatWeights, Int8Weights {

  int outputs();

  int inputs();

  /// y = W x.
  void multiply(float[] x, float[] y);

  /// Copies a row, as an embedding is looked up.
  void row(int row, float[] to);

  /// How many bytes its numbers take.
  long bytes();
}
