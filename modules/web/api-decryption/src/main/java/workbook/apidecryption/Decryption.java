package workbook.apidecryption;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import workbook.lab.Refusal;

/// A decrypted text.
///
/// @param blocks the text and its padding
record Decryption(Settings settings, byte[] blocks, int textLength) {

  /// Fewer random bytes may look like text by chance.
  private static final int CONVINCING = 8;

  /// Decrypts, and removes the padding.
  ///
  /// @throws IllegalArgumentException if the key, the IV or the text has a length that cannot be
  /// @throws Refusal if the padding is wrong, with what can be said about the reason
  static Decryption of(Settings settings, KeyAndIv secret, byte[] cipherText) {
    byte[] blocks = BlockDecryption.decrypt(settings.cipher(), settings.mode(), secret, cipherText);
    try {
      int length = settings.padding().textLength(blocks, settings.cipher().block());
      return new Decryption(settings, blocks, length);
    } catch (Padding.WrongPadding e) {
      throw new Refusal(
          "what %s gives does not end in this padding: %s; %s"
              .formatted(settings, e.getMessage(), reason(settings, secret, cipherText, blocks)),
          e);
    }
  }

  private static String reason(
      Settings settings, KeyAndIv secret, byte[] cipherText, byte[] blocks) {
    for (Padding padding : Padding.values()) {
      // In the stream modes a text of one block is the same.
      String others =
          Arrays.stream(Mode.values())
              .map(mode -> new Settings(settings.cipher(), mode, padding))
              .filter(other -> isText(other, secret, cipherText))
              .map(Settings::toString)
              .collect(Collectors.joining(" or "));
      if (!others.isEmpty()) {
        String cut = padding == Padding.NONE ? ", or a piece is missing at its end" : "";
        return "it is text with " + others + cut;
      }
    }
    int block = settings.cipher().block();
    List<Integer> faults = Utf8.faults(blocks);
    int text = faults.isEmpty() ? blocks.length - block : faults.getFirst() / block * block;
    if (text >= 2 * CONVINCING && Utf8.isText(Arrays.copyOf(blocks, text))) {
      return "the first %d bytes are text, so the key is right: the end is damaged, or a piece is missing"
          .formatted(text);
    }
    return "the phrase, key or cipher is another, or the text is damaged: the bytes do not tell which";
  }

  private static boolean isText(Settings settings, KeyAndIv secret, byte[] cipherText) {
    if (settings.mode() != Mode.ECB && secret.iv().length != settings.cipher().block()) {
      return false;
    }
    if (!settings.mode().isStream() && cipherText.length % settings.cipher().block() != 0) {
      return false;
    }
    byte[] blocks = BlockDecryption.decrypt(settings.cipher(), settings.mode(), secret, cipherText);
    try {
      byte[] text = settings.padding().remove(blocks, settings.cipher().block());
      // Without a zero that was added zeros are no better a guess than no padding.
      boolean isAdded = settings.padding() != Padding.ZERO || text.length < blocks.length;
      return isAdded && text.length >= CONVINCING && Utf8.isText(text);
    } catch (Padding.WrongPadding _) {
      return false;
    }
  }

  byte[] plain() {
    return Arrays.copyOf(blocks, textLength);
  }

  /// The text, which has to be UTF-8.
  ///
  /// @throws Refusal if it is not, with what can be said about the reason
  String text() {
    byte[] plain = plain();
    List<Integer> faults = Utf8.faults(plain);
    if (faults.isEmpty()) {
      return new String(plain, StandardCharsets.UTF_8);
    }
    int block = settings.cipher().block();
    int first = faults.getFirst() / block;
    int last = faults.getLast() / block;
    int count = (plain.length + block - 1) / block;
    boolean chained = settings.mode() == Mode.CBC || settings.mode() == Mode.CFB;
    String reason;
    if (chained && last == 0 && count > 1) {
      reason = "only the first block is not, so the key is right and the IV is another";
    } else if (last - first <= 1 && count - (last - first) > 2) {
      reason =
          "only bytes %d to %d are not, so the key is right and the text is damaged there"
              .formatted(first * block, Math.min(plain.length, (last + 1) * block) - 1);
    } else {
      reason =
          "a wrong key passes the check of the padding once in 256 times; if the data are no text, --as hex shows them";
    }
    throw new Refusal(
        "what %s gives is no UTF-8 from byte %d on: %s"
            .formatted(settings, faults.getFirst(), reason));
  }
}
