package workbook.builder.rtf;

/// A document that is not RTF, with the place where that showed.
public final class RtfException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int offset;

  RtfException(int offset, String reason) {
    super("offset %d: %s".formatted(offset, reason));
    this.offset = offset;
  }

  /// How many bytes of the document stand before the place.
  public int offset() {
    return offset;
  }
}
