package workbook.apidecryption;

import java.util.Arrays;

/// How many bytes first, then which.
final class Padder {

  private Padder() {}

  static byte[] padded(byte[] text, int block, Padding padding) {
    int count = block - text.length % block;
    return switch (padding) {
      case PKCS7 -> {
        byte[] padded = Arrays.copyOf(text, text.length + count);
        Arrays.fill(padded, text.length, padded.length, (byte) count);
        yield padded;
      }
      case ANSI_X923, ISO_10126 -> {
        byte[] padded = Arrays.copyOf(text, text.length + count);
        padded[padded.length - 1] = (byte) count;
        yield padded;
      }
      case ISO_97971 -> {
        byte[] padded = Arrays.copyOf(text, text.length + count);
        padded[text.length] = (byte) 128;
        yield padded;
      }
      case ZERO -> Arrays.copyOf(text, text.length + count % block);
      case NONE -> text;
    };
  }
}
