package workbook.apidecryption;

import java.util.Arrays;

/// How a text was filled up to whole blocks: the members of `CryptoJS.pad`.
enum Padding {
  /// RFC 5652, 6.3: every added byte is the number of added bytes.
  PKCS7("Pkcs7"),
  /// Zeros, then the number of added bytes.
  ANSI_X923("AnsiX923"),
  /// Anything, then the number of added bytes.
  ISO_10126("Iso10126"),
  /// ISO/IEC 9797-1, method 2: 0x80, then zeros.
  ISO_97971("Iso97971"),
  /// Zeros, none if the text ends with a block; zeros at the end of the text are lost.
  ZERO("ZeroPadding"),
  /// None.
  NONE("NoPadding");

  private final String cryptoJs;

  Padding(String cryptoJs) {
    this.cryptoJs = cryptoJs;
  }

  /// The length of the text in front of the padding. CryptoJS believes the last byte, whatever it
  /// is; here it is checked.
  ///
  /// @param data decrypted blocks
  /// @param block the bytes of a block
  /// @throws WrongPadding if they do not end in this padding
  int textLength(byte[] data, int block) {
    int end = data.length;
    switch (this) {
      case PKCS7, ANSI_X923, ISO_10126 -> {
        int count = end == 0 ? 0 : data[end - 1] & 0xff;
        if (count < 1 || count > Math.min(block, end)) {
          throw new WrongPadding(
              "its last byte is %d, and would count the added bytes, 1 to %d"
                  .formatted(count, block));
        }
        byte fill = this == PKCS7 ? (byte) count : 0;
        for (int i = end - count; i < end - 1 && this != ISO_10126; i++) {
          if (data[i] != fill) {
            throw new WrongPadding(
                "its last byte says %d, and not all of the bytes before it are %d"
                    .formatted(count, fill));
          }
        }
        return end - count;
      }
      case ISO_97971 -> {
        int last = lastNotZero(data);
        if (last < 0 || (data[last] & 0xff) != 0x80 || end - last > block) {
          throw new WrongPadding("it does not end in 128 and then zeros only");
        }
        return last;
      }
      case ZERO -> {
        return lastNotZero(data) + 1;
      }
      default -> {
        return end;
      }
    }
  }

  private static int lastNotZero(byte[] data) {
    int last = data.length - 1;
    while (last >= 0 && data[last] == 0) {
      last--;
    }
    return last;
  }

  /// The text in front of the padding.
  byte[] remove(byte[] data, int block) {
    return Arrays.copyOf(data, textLength(data, block));
  }

  /// Its name in CryptoJS.
  @Override
  public String toString() {
    return cryptoJs;
  }

  /// What was decrypted does not end as it should.
  static final class WrongPadding extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private WrongPadding(String message) {
      super(message);
    }
  }
}
