package workbook.recurrent;

import workbook.autograd.Tape;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// A long text in pieces.
@Exercise(
    id = "recurrent/4",
    title = "A long text in pieces",
    hints = {
      "The tape keeps every number until it is reset. When can it be? What of the piece is "
          + "still needed after that?",
      "Only the last state is. After a reset its arrays belong to others: it has to be copied "
          + "before, as State.carried does.",
      "For each piece: reset, read from the carried state, add loss · length to a sum, carry. "
          + "The last piece may be shorter, so the mean of the means is not the mean."
    })
final class LongText {

  private LongText() {}

  /// The mean loss of a network, in nats a symbol, on all symbols of a text but the first, each
  /// foretold from all before it. The text is read in pieces, so that the tape holds one piece at a
  /// time, and the result is as if it had been read in one.
  ///
  /// @param tape empty, to be used for it
  /// @param text two symbols or more
  /// @param columns the longest piece, 1 or more; the last piece may be shorter
  static double nats(Network network, Tape tape, int[] text, int columns) {
    return Todo.todo("recurrent/4");
  }
}
