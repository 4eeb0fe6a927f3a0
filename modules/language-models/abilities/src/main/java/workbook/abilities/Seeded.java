package workbook.abilities;

import java.util.List;
import java.util.stream.LongStream;

/// One training of a comparison.
///
/// @param arm what is trained
record Seeded<A>(A arm, long seed) {

  /// Each arm with each seed from 1, the first seed of all arms first.
  static <A> List<Seeded<A>> all(List<A> arms, int seeds) {
    return LongStream.rangeClosed(1, seeds)
        .boxed()
        .flatMap(seed -> arms.stream().map(arm -> new Seeded<>(arm, seed)))
        .toList();
  }
}
