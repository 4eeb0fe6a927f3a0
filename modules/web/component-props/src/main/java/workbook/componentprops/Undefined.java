package workbook.componentprops;

/// JavaScript's `undefined`. Java's `null` stands for `null`, which is another thing to Vue.
public enum Undefined {
  /// The one value.
  UNDEFINED;

  @Override
  public String toString() {
    return "undefined";
  }
}
