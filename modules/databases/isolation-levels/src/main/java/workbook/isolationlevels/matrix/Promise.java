package workbook.isolationlevels.matrix;

/// What a vendor's manual says of an anomaly at a level.
public enum Promise {
  /// It cannot happen.
  NEVER('n'),
  /// It can.
  MAY('m'),
  /// The manual says nothing.
  UNSAID('-');

  private final char letter;

  Promise(char letter) {
    this.letter = letter;
  }

  char letter() {
    return letter;
  }

  /// `!` where an anomaly occurs that the manual rules out, `+` where one is prevented that it
  /// allows, a blank where both agree.
  char difference(Cell cell) {
    return cell.occurs() && this == NEVER ? '!' : !cell.occurs() && this == MAY ? '+' : ' ';
  }

  static Promise of(String word) {
    return switch (word) {
      case "never" -> NEVER;
      case "may" -> MAY;
      case "-" -> UNSAID;
      default -> throw new IllegalArgumentException("never, may or -, not " + word);
    };
  }
}
