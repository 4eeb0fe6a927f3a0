package workbook.recurrent;

import workbook.autograd.Tape;
import workbook.exercise.Todo;

/// A long text in pieces.
final class LongText {

  private LongText() {}

  /// The mean loss of a network, in nats a symbol, on all symbols of a text but the first, each
  /// foretold from all before it. The text is read in pieces, so that the tape holds one piece at a
  /// time, and the result is as if it had been read in one.
  ///
  /// @param tape empty; all of the computation is to be on it
  /// @param text two symbols or more, which stay as they are
  /// @param columns the longest piece, 1 or more; the last piece may be shorter
  /// @return the mean, right to 1e-6 for a text of some thousand symbols
  static double nats(Network network, Tape tape, int[] text, int columns) {
    return Todo.todo("recurrent/4");
  }
}
