package workbook.apidecryption;

/// What CryptoJS takes from its third argument, with the cipher.
record Settings(BlockCipher cipher, Mode mode, Padding padding) {

  /// What CryptoJS takes where it is told nothing.
  static final Settings DEFAULT = new Settings(BlockCipher.AES, Mode.CBC, Padding.PKCS7);

  @Override
  public String toString() {
    return cipher + "/" + mode + "/" + padding;
  }
}
