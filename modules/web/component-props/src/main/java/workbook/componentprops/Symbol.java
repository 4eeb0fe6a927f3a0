package workbook.componentprops;

/// A JavaScript symbol.
public record Symbol(String description) {

  @Override
  public String toString() {
    return "Symbol(%s)".formatted(description);
  }
}
