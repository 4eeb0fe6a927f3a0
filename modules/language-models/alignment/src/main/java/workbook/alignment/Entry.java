package workbook.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

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
      method.step(done);
      ticks.next();
    }
    return policy;
  }

  /// Where it ends, for each seed.
  List<Standing> ends(Setting setting, int seeds, Ticks ticks) {
    return Seeds.each(
        seeds, random -> Standing.of(setting.objective(), run(setting, random, ticks).all()));
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
