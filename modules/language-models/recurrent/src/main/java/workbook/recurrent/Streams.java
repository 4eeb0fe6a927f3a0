package workbook.recurrent;

/// A text as several streams that are read side by side, a piece of each at a time. The next piece
/// goes on where the last one ended, so that the state can be carried from one to the other.
///
/// Pieces at random places, as models without a state get them, would make a carried state
/// meaningless.
public final class Streams {

  /// A piece of every stream.
  ///
  /// @param first whether it is the beginning of the streams: nothing is to be carried to here
  /// @param inputs at each step of time one symbol of every stream
  /// @param targets the same, one place further on in the text
  public record Piece(boolean first, int[] inputs, int[] targets) {}

  private final int[] text;
  private final int rows;
  private final int columns;
  private final int length;
  private int start;

  /// @param end the streams are cut from the symbols before it
  /// @param rows how many streams
  /// @param columns how long a piece is
  /// @throws IllegalArgumentException if a stream would be shorter than a piece
  public Streams(int[] text, int end, int rows, int columns) {
    this.text = text;
    this.rows = rows;
    this.columns = columns;
    this.length = (end - 1) / rows;
    if (length < columns) {
      throw new IllegalArgumentException(
          "%d characters to learn from are too few: %d streams of %d and one more make %d"
              .formatted(end, rows, columns, rows * columns + 1));
    }
  }

  /// Goes to where it is after so many pieces from the beginning.
  void skip(int pieces) {
    start = pieces % (length / columns) * columns;
  }

  /// The next piece. After the last that is whole comes the first again.
  public Piece next() {
    if (start + columns > length) {
      start = 0;
    }
    int[] inputs = new int[columns * rows];
    int[] targets = new int[columns * rows];
    for (int time = 0; time < columns; time++) {
      for (int row = 0; row < rows; row++) {
        int place = row * length + start + time;
        inputs[time * rows + row] = text[place];
        targets[time * rows + row] = text[place + 1];
      }
    }
    Piece piece = new Piece(start == 0, inputs, targets);
    start += columns;
    return piece;
  }
}
