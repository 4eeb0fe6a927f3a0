package workbook.apidecryption;

/// The first byte of a word is its highest.
final class WordBytes {

  private WordBytes() {}

  static byte[] bytes(long[] words, int sigBytes) {
    byte[] bytes = new byte[sigBytes];
    for (int i = 0; i < sigBytes; i++) {
      bytes[i] = (byte) (words[i / 4] >> (24 - 8 * (i % 4)));
    }
    return bytes;
  }
}
