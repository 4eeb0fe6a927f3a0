package workbook.apidecryption;

import workbook.exercise.Todo;

/// The derivation that should have been used.
final class Pbkdf2Decryption {

  private Pbkdf2Decryption() {}

  /// Decrypts what `openssl enc -aes-256-cbc -pbkdf2 -iter ROUNDS -md sha256 -a` wrote. The format
  /// is the same, `Salted__` and 8 bytes of salt in front. The 32 bytes of the key and then the 16
  /// of the IV are one result of PBKDF2 with HMAC-SHA-256.
  ///
  /// @param text in Base64, in lines as `-a` writes them
  /// @return the text, as UTF-8
  /// @throws IllegalArgumentException if it has no salt, or does not decrypt
  static String decrypt(String text, String phrase, int rounds) {
    return Todo.todo("api-decryption/5");
  }
}
