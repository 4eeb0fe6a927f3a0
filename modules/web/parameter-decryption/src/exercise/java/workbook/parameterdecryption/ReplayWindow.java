package workbook.parameterdecryption;

import workbook.exercise.Todo;

/// Refuses replays in 16 bytes of memory: where the two sides count their messages, as IPsec and
/// DTLS do, no list of nonces is needed.
final class ReplayWindow {

  /// How far behind the highest number a message may arrive, with that number counted in.
  static final int SIZE = 64;

  /// Whether to accept the message of a number, RFC 4303, section 3.4.3 and appendix A2. A number
  /// that was accepted is accepted no more. One that is lower than the highest by [#SIZE] or more
  /// is refused, seen or not. Messages may be lost and may overtake one another.
  ///
  /// For one thread. The numbers begin at 1.
  ///
  /// @param number any `long`; what is below 1 is refused
  boolean accept(long number) {
    return Todo.todo("parameter-decryption/3");
  }
}
