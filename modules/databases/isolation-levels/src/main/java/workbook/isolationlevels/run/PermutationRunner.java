package workbook.isolationlevels.run;

import java.util.concurrent.Future;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Level;
import workbook.isolationlevels.spec.Specification.Permutation;

/// Runs the permutations of a specification: one [Runner], or a [Crew] of them.
public sealed interface PermutationRunner permits Runner, Crew {

  Engine engine();

  /// Sets the level of all sessions for the runs to come.
  ///
  /// @throws EngineException if the specification sets levels itself, so that it would not hold
  void level(Level level);

  /// Asks a query at the end of every run to come.
  void invariant(String query);

  /// Runs the steps of a permutation, with setups before and teardowns after.
  ///
  /// @throws StuckException if it does not end
  /// @throws EngineException if the server is lost, or a setup fails
  Run run(Permutation permutation);

  /// The same for a part of the specification, in which a step may lack what another would have
  /// done: any error is one on which its transaction rolls back.
  Run runPart(Permutation permutation);

  /// How many runs it pays to have begun at the same time.
  int width();

  /// Begins a run; where others are under way, it may wait for its turn.
  Future<Run> begin(Permutation permutation);
}
