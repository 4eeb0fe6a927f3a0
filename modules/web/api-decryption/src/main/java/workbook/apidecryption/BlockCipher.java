package workbook.apidecryption;

import java.util.Arrays;

/// The block ciphers that both CryptoJS and the JDK have.
enum BlockCipher {
  AES("AES", "AES", 32, 16),
  DES("DES", "DES", 8, 8),
  TRIPLE_DES("TripleDES", "DESede", 24, 8);

  private final String cryptoJs;
  private final String jdk;
  private final int derivedKey;
  private final int block;

  BlockCipher(String cryptoJs, String jdk, int derivedKey, int block) {
    this.cryptoJs = cryptoJs;
    this.jdk = jdk;
    this.derivedKey = derivedKey;
    this.block = block;
  }

  /// The JDK's name for it.
  String jdk() {
    return jdk;
  }

  /// How many bytes of key CryptoJS derives from a phrase.
  int derivedKey() {
    return derivedKey;
  }

  /// The bytes of a block, and of an IV.
  int block() {
    return block;
  }

  /// The key as the JDK wants it, from one that CryptoJS takes. CryptoJS reads no further than it
  /// needs, and makes two keys or one of TripleDES into three.
  ///
  /// @throws IllegalArgumentException if it is none
  byte[] key(byte[] key) {
    int length = key.length;
    return switch (this) {
      case AES -> {
        if (length != 16 && length != 24 && length != 32) {
          throw new IllegalArgumentException(
              "a key of AES has 16, 24 or 32 bytes, and this one has %d".formatted(length));
        }
        yield key;
      }
      case DES -> {
        if (length < 8) {
          throw new IllegalArgumentException(
              "a key of DES has 8 bytes, and this one has %d".formatted(length));
        }
        yield Arrays.copyOf(key, 8);
      }
      case TRIPLE_DES -> {
        if (length != 8 && length != 16 && length < 24) {
          throw new IllegalArgumentException(
              "a key of TripleDES has 8, 16 or 24 bytes, and this one has %d".formatted(length));
        }
        byte[] three = Arrays.copyOf(key, 24);
        if (length < 24) {
          System.arraycopy(key, length == 8 ? 0 : 8, three, 8, 8);
          System.arraycopy(key, 0, three, 16, 8);
        }
        yield three;
      }
    };
  }

  /// Its name in CryptoJS.
  @Override
  public String toString() {
    return cryptoJs;
  }
}
