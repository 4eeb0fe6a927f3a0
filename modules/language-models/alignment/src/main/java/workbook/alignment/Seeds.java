package workbook.alignment;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Runs that differ in their chance only.
final class Seeds {

  private Seeds() {}

  /// Does something once for each seed, from 1 on; a processor takes one at a time. The result does
  /// not depend on how many there are.
  static <T> List<T> each(int seeds, Function<RandomGenerator, T> run) {
    return each(Collections.nCopies(seeds, 0), (_, random) -> run.apply(random));
  }

  /// The same with something that each seed has of its own.
  static <S, T> List<T> each(List<S> own, BiFunction<S, RandomGenerator, T> run) {
    return IntStream.range(0, own.size())
        .parallel()
        .mapToObj(i -> run.apply(own.get(i), new SplittableRandom(i + 1)))
        .toList();
  }
}
