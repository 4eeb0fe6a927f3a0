package workbook.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import workbook.lab.Countdown;

/// A method with its settings, to be compared with others.
///
/// @param name as it is printed
/// @param steps how many it takes
record Entry(String name, int steps, Starter starter) {

  /// Begins a method.
  @FunctionalInterface
  interface Starter {

    /// @param policy to be aligned
    /// @param random where all chance comes from
    Method start(Policy policy, RandomGenerator random);
  }

  /// Runs it once for each seed, from 1 on; a processor takes one at a time. The result does not
  /// depend on how many there are.
  ///
  /// @param every after how many steps it is looked where the policy stands; it is at the beginning
  ///   and at the end, too
  /// @return for each seed where it stood
  List<List<Standing>> run(Setting setting, int seeds, int every, Countdown countdown) {
    Counter counter = new Counter(countdown);
    return LongStream.rangeClosed(1, seeds)
        .parallel()
        .mapToObj(seed -> run(setting, seed, every, counter))
        .toList();
  }

  private List<Standing> run(Setting setting, long seed, int every, Counter counter) {
    Policy policy = setting.start().get();
    Method method = starter.start(policy, new SplittableRandom(seed));
    List<Standing> standings = new ArrayList<>();
    for (int done = 0; done < steps; done++) {
      if (done % every == 0) {
        standings.add(Standing.of(setting.objective(), policy.all()));
      }
      method.step(done);
      counter.next();
    }
    standings.add(Standing.of(setting.objective(), policy.all()));
    return standings;
  }

  /// Counts the steps of all seeds.
  private static final class Counter {

    private final Countdown countdown;
    private int done;

    Counter(Countdown countdown) {
      this.countdown = countdown;
    }

    synchronized void next() {
      countdown.done(++done);
    }
  }
}
