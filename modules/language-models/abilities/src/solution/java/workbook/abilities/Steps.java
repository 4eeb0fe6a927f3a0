package workbook.abilities;

/// Each step follows from the one before it and one bit. A checker trusts none of the steps: it
/// writes them itself.
final class Steps {

  private Steps() {}

  static String written(String bits) {
    StringBuilder text = new StringBuilder(bits).append('=');
    int parity = 0;
    for (int i = 0; i < bits.length(); i++) {
      parity ^= bits.charAt(i) - '0';
      text.append(parity);
    }
    return text.toString();
  }

  static int firstWrong(String text) {
    int start = text.indexOf('=') + 1;
    String right = written(text.substring(0, start - 1));
    for (int i = start; i < Math.max(text.length(), right.length()); i++) {
      if (i >= text.length() || i >= right.length() || text.charAt(i) != right.charAt(i)) {
        return i - start;
      }
    }
    return -1;
  }
}
