package workbook.apidecryption;

/// How blocks are chained: the members of `CryptoJS.mode` that are decrypted here.
enum Mode {
  CBC,
  CFB,
  CTR,
  OFB,
  ECB;

  /// Whether it makes a key stream, and so takes a text of any length.
  boolean isStream() {
    return this == CFB || this == CTR || this == OFB;
  }
}
