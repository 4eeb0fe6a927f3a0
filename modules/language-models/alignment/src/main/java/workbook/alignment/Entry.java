package workbook.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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

  /// Runs it to the end.
  ///
  /// @return what became of the policy
  Policy run(Setting setting, RandomGenerator random, Ticks ticks) {
    Policy policy = setting.start().get();
    Method method = starter.start(policy, random);
    for (int done = 0; done < steps; done++) {
      ticks.go();
      ticks.next(method.step(done));
    }
    return policy;
  }

  /// Where it ends, for each seed.
  List<Standing> ends(Setting setting, int seeds, Ticks ticks) {
    return ends(setting, seeds, ticks, new Kept());
  }

  /// The same, and a run whose end is kept is not done again.
  List<Standing> ends(Setting setting, int seeds, Ticks ticks, Kept kept) {
    return Seeds.each(
        IntStream.rangeClosed(1, seeds).boxed().toList(),
        (seed, random) ->
            kept.of(
                new Kept.Run(name, steps, seed),
                () -> Standing.of(setting.objective(), run(setting, random, ticks).all())));
  }

  /// How many steps there are to take for so many seeds.
  int stepsLeft(int seeds, Kept kept) {
    return steps
        * (int)
            IntStream.rangeClosed(1, seeds)
                .filter(seed -> !kept.has(new Kept.Run(name, steps, seed)))
                .count();
  }

  /// Where it stands on the way, for each seed: at the beginning, and after every so many steps.
  List<List<Standing>> curves(Setting setting, int seeds, int every) {
    return Seeds.each(
        seeds,
        random -> {
          Policy policy = setting.start().get();
          Method method = starter.start(policy, random);
          List<Standing> standings = new ArrayList<>();
          standings.add(Standing.of(setting.objective(), policy.all()));
          for (int done = 0; done < steps; done++) {
            method.step(done);
            if ((done + 1) % every == 0) {
              standings.add(Standing.of(setting.objective(), policy.all()));
            }
          }
          return standings;
        });
  }
}
