package workbook.text;

import java.util.Random;

/// Pieces of a text to train on, at random places: nothing in them tells one batch from another but
/// the seed.
public final class Batches {

  /// Pieces of text and, for each of their symbols, the one that follows it.
  ///
  /// @param rows how many pieces
  /// @param columns how long each is
  /// @param inputs row after row
  /// @param targets the same, one place further on in the text
  public record Batch(int rows, int columns, int[] inputs, int[] targets) {}

  private final int[] text;
  private final int end;
  private final int rows;
  private final int columns;
  private final Random random;

  /// Batches from the part of a corpus that is there to learn from.
  ///
  /// @throws IllegalArgumentException if that part has no room for one piece and what follows it
  public Batches(Corpus corpus, int rows, int columns, long seed) {
    if (columns >= corpus.split()) {
      throw new IllegalArgumentException(
          "pieces of %d characters and one more do not fit the %d to learn from in %s"
              .formatted(columns, corpus.split(), corpus.name()));
    }
    this.text = corpus.symbols();
    this.end = corpus.split();
    this.rows = rows;
    this.columns = columns;
    this.random = new Random(seed);
  }

  /// Goes to where it is after so many batches from the beginning, for a training that goes on: the
  /// same places are drawn, and not read.
  public void skip(int batches) {
    for (int row = 0; row < batches * rows; row++) {
      random.nextInt(end - columns);
    }
  }

  /// The next batch. Every piece that lies in the text whole is as likely as any other.
  public Batch next() {
    int[] inputs = new int[rows * columns];
    int[] targets = new int[rows * columns];
    for (int row = 0; row < rows; row++) {
      int start = random.nextInt(end - columns);
      System.arraycopy(text, start, inputs, row * columns, columns);
      System.arraycopy(text, start + 1, targets, row * columns, columns);
    }
    return new Batch(rows, columns, inputs, targets);
  }
}
