package workbook.apidecryption;

import workbook.exercise.Todo;

/// Counter mode can begin anywhere: a film need not be decrypted from its start.
final class CounterPiece {

  private CounterPiece() {}

  /// Decrypts a piece out of the middle of a long cipher text of AES in CryptoJS's mode `CTR`.
  ///
  /// Block number n of the text, from 0, is combined by exclusive or with the encrypted counter n.
  /// The counter is the IV with n added to its last four bytes, as one number, highest byte first;
  /// what does not fit into four bytes is lost, and the other twelve stay as they are.
  ///
  /// @param piece what is left of the cipher text from `offset` on, or less; no padding
  /// @param offset how many bytes of the cipher text stand before the piece
  static byte[] decrypt(byte[] piece, long offset, byte[] key, byte[] iv) {
    return Todo.todo("api-decryption/4");
  }
}
