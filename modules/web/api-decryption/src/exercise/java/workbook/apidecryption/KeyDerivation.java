package workbook.apidecryption;

import workbook.exercise.Todo;

/// The derivation with any number of rounds.
final class KeyDerivation {

  private KeyDerivation() {}

  /// The bytes that `EVP_BytesToKey` derives, and `CryptoJS.EvpKDF` with `iterations`. With one
  /// round block 1 is the digest of phrase and salt, and each later block the digest of the block
  /// before, phrase and salt. With n rounds each block is digested n - 1 times more, by itself
  /// alone. The blocks in a row are the result, cut to its length.
  ///
  /// @param digest a name that [java.security.MessageDigest] knows
  /// @param rounds at least 1
  static byte[] derive(String digest, int rounds, byte[] phrase, byte[] salt, int length) {
    return Todo.todo("api-decryption/2");
  }
}
