package workbook.isolationlevels.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.Event.Waiting;
import workbook.isolationlevels.spec.Specification.Permutation;

/// What a permutation did.
///
/// @param end all tables afterwards, before the teardown
public record Run(Permutation permutation, List<Event> events, State end) {

  /// The rows of all tables afterwards, by name; in an order of their own.
  public Map<String, List<List<String>>> state() {
    Map<String, List<List<String>>> rows = new TreeMap<>();
    end.tables().forEach((name, table) -> rows.put(name, table.sorted()));
    return rows;
  }

  /// The steps that have ended.
  public Stream<Done> done() {
    return events.stream().filter(Done.class::isInstance).map(Done.class::cast);
  }

  /// The steps that had to wait.
  public Stream<Waiting> waits() {
    return events.stream().filter(Waiting.class::isInstance).map(Waiting.class::cast);
  }

  /// The end of a step, if it was launched.
  public Optional<Done> done(String step) {
    return done().filter(done -> done.step().name().equals(step)).findFirst();
  }

  /// What a step has read; nothing if it failed, or was not launched.
  public List<List<String>> read(String step) {
    return done(step)
        .filter(done -> !done.result().failed() && !done.result().tables().isEmpty())
        .map(done -> done.result().tables().getFirst().rows())
        .orElse(List.of());
  }
}
