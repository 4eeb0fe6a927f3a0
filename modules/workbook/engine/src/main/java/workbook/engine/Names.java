package workbook.engine;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Names for sandboxes. Nobody chooses one like it by accident, and two runs do not meet.
final class Names {

  /// What all of them match, and what clean-up goes by.
  static final String PATTERN = "^workbook_[0-9a-f]{16}$";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Names() {}

  static String random() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return "workbook_" + HexFormat.of().formatHex(bytes);
  }
}
