package workbook.kernels;

/// The one argument of this topic's examples.
final class Size {

  private Size() {}

  /// @throws IllegalArgumentException if there is more than one argument, or it is not a number
  ///   from 1 to `largest`
  static int parse(int standard, int largest, String... args) {
    if (args.length == 0) {
      return standard;
    }
    if (args.length == 1 && args[0].matches("[0-9]{1,9}")) {
      int n = Integer.parseInt(args[0]);
      if (n >= 1 && n <= largest) {
        return n;
      }
    }
    throw new IllegalArgumentException(
        "give one number from 1 to %d, and not '%s'".formatted(largest, String.join(" ", args)));
  }
}
