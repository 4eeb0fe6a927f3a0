package workbook.parameterdecryption;

import java.util.Optional;
import workbook.exercise.Todo;

/// What is between RSA and the message.
final class OaepDecoder {

  private OaepDecoder() {}

  /// Undoes the padding, RFC 8017, section 7.1.2, step 3 (and appendix B.2.1 for MGF1), with
  /// SHA-256 for both the label and MGF1. An encoded message is
  ///
  /// ```text
  /// 0x00 | maskedSeed, 32 bytes | maskedDB, all the rest
  /// DB = SHA-256(label), 32 bytes | zeros, or none | 0x01 | message
  /// ```
  ///
  /// @param encoded what RSA gave, as long as the modulus; its first byte is usually 0
  /// @return the message; nothing if anything is wrong, whatever it is
  static Optional<byte[]> decode(byte[] encoded, byte[] label) {
    return Todo.todo("parameter-decryption/4");
  }
}
