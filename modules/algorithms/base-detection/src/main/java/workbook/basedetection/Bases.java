package workbook.basedetection;

/// The bases in which an equation *p times q is r* holds. There is no fourth case; [Carries] says
/// why.
public sealed interface Bases {

  /// It holds in no base.
  record None() implements Bases {}

  /// It holds in one base.
  record One(int base) implements Bases {}

  /// It holds in a base and in every larger one.
  record From(int lowest) implements Bases {}

  /// The same in words, for instance `true in base 13 and in no other`.
  default String inWords() {
    return switch (this) {
      case None() -> "true in no base";
      case One(int base) -> "true in base %d and in no other".formatted(base);
      case From(int lowest) -> "true in every base from %d on".formatted(lowest);
    };
  }

  /// The smallest of them, or 0 where there is none up to the limit: the answer to the puzzle.
  default int smallest(int limit) {
    int base =
        switch (this) {
          case None() -> 0;
          case One(int only) -> only;
          case From(int lowest) -> lowest;
        };
    return base <= limit ? base : 0;
  }
}
