package workbook.climbingstairs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The moves that are allowed: how many steps may be taken at a time.
///
/// @param sizes the sizes, ascending and each one once
public record Steps(List<Integer> sizes) {

  /// The stairs of the question: 1 or 2 at a time.
  public static final Steps ONE_OR_TWO = of(1, 2);

  /// @throws IllegalArgumentException if there is no size, or one below 1: somebody who takes 0
  ///   steps at a time has endlessly many ways to get nowhere
  public Steps {
    sizes = sizes.stream().sorted().distinct().toList();
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException("at least one size of step is needed");
    }
    if (sizes.getFirst() < 1) {
      throw new IllegalArgumentException(
          "a step must have size 1 or more, and one had " + sizes.getFirst());
    }
  }

  public static Steps of(int... sizes) {
    return new Steps(IntStream.of(sizes).boxed().toList());
  }

  /// All sizes from 1 to `largest`.
  public static Steps upTo(int largest) {
    return of(IntStream.rangeClosed(1, largest).toArray());
  }

  public int largest() {
    return sizes.getLast();
  }

  /// For instance `1, 3 or 5`, or `1 to 20`.
  @Override
  public String toString() {
    if (sizes.size() == 1) {
      return sizes.getFirst().toString();
    }
    if (sizes.size() > 3 && largest() - sizes.getFirst() == sizes.size() - 1) {
      return sizes.getFirst() + " to " + largest();
    }
    return sizes.stream()
            .limit(sizes.size() - 1L)
            .map(String::valueOf)
            .collect(Collectors.joining(", "))
        + " or "
        + largest();
  }
}
