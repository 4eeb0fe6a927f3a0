package workbook.dataquality;

/// What a generated document is, which the pipeline is not told.
enum Kind {
  /// From the source.
  CLEAN("clean", ""),
  /// Words of another language.
  GERMAN("German", "language"),
  CHINESE("Chinese", "language"),
  /// Symbols and numbers.
  SYMBOLS("symbols", "rules"),
  /// A menu: lines with bullets, or that end in an ellipsis.
  MENU("menu", "rules"),
  /// The words of a clean document in any order.
  SHUFFLED("shuffled words", "perplexity"),
  /// An earlier clean document to the letter.
  EXACT("exact copy", "exact"),
  /// An earlier clean document with a few words changed.
  NEAR("near copy", "near"),
  /// A clean document with some words from the test set in it.
  TEST("has test text", "test set");

  private final String label;
  private final String step;

  Kind(String label, String step) {
    this.label = label;
    this.step = step;
  }

  String label() {
    return label;
  }

  /// The step that is there to remove it; empty for what is to be kept.
  String step() {
    return step;
  }
}
