package workbook.paralleltraining;

/// A vector cut into as many chunks as there are workers: the first ones are longer by one where it
/// does not divide evenly.
public record Chunks(int length, int count) {

  /// Where chunk `i` begins.
  public int from(int i) {
    return i * (length / count) + Math.min(i, length % count);
  }

  /// How long chunk `i` is.
  public int size(int i) {
    return length / count + (i < length % count ? 1 : 0);
  }
}
