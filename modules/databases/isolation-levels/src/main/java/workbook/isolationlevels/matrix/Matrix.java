package workbook.isolationlevels.matrix;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.engine.Server;
import workbook.isolationlevels.Specifications;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.verdict.Anomaly;
import workbook.isolationlevels.verdict.Judge;
import workbook.isolationlevels.verdict.Outcome;

/// Anomalies × levels, as an engine behaves.
public record Matrix(
    Engine engine, String version, List<Level> levels, Map<Anomaly, Map<Level, Cell>> cells) {

  /// Runs every anomaly at every level.
  ///
  /// @param levels the levels to run, out of the engine's own
  public static Matrix measure(Server server, List<Level> levels) {
    Map<Anomaly, Map<Level, Cell>> cells = new EnumMap<>(Anomaly.class);
    for (Anomaly anomaly : Anomaly.values()) {
      Specification specification = Specifications.ofTopic(anomaly.option(), server.engine());
      Sandbox sandbox = server.sandbox();
      try (Runner runner = new Runner(sandbox, specification, Rules.PROGRAM, Runner.LIMIT)) {
        Judge judge = new Judge(runner, specification);
        Map<Level, Cell> row = new EnumMap<>(Level.class);
        for (Level level : levels) {
          runner.level(level);
          Outcome outcome =
              Outcome.of(runner.run(specification.permutations().getFirst()), judge.transactions());
          row.put(level, Cell.of(anomaly, judge.judge(outcome), server.engine()));
        }
        cells.put(anomaly, row);
      }
    }
    return new Matrix(server.engine(), server.version(), levels, cells);
  }

  /// What a level did about an anomaly, if it was run.
  public Optional<Cell> cell(Anomaly anomaly, Level level) {
    return Optional.ofNullable(cells.getOrDefault(anomaly, Map.of()).get(level));
  }
}
