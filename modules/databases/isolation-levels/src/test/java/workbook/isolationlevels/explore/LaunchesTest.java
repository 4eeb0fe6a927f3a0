package workbook.isolationlevels.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.isolationlevels.run.Event;
import workbook.isolationlevels.run.Result;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.State;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Step;

/// Events are written as they come: `a` has ended, `a?` waits.
@DisplayName("The order in which an interleaving launches its steps")
class LaunchesTest {

  private final Specification spec =
      Parser.parse(
          "my",
          """
          setup { CREATE TABLE t (id INT, v INT); }
          session s1 step a { UPDATE t SET v = 1; } step b { COMMIT; }
          session s2 step c { UPDATE t SET v = 2; } step d { COMMIT; }
          """,
          "h2");
  private Launches launches;

  @BeforeEach
  void none() {
    launches = new Launches();
  }

  private Permutation permutation(String names) {
    return Permutation.of(Stream.of(names.split(" ")).map(spec::step).toList());
  }

  private void ran(String permutation, String events) {
    ran(permutation, events, Optional.empty());
  }

  private void ran(String permutation, String events, Optional<SQLException> error) {
    List<Event> all = new ArrayList<>();
    for (String event : events.split(" ")) {
      Step step = spec.step(event.substring(0, 1));
      all.add(
          event.endsWith("?")
              ? new Event.Waiting(step, step.sql(), List.of())
              : new Event.Done(step, step.sql(), false, new Result(List.of(), 0, error)));
    }
    State end = new State(Map.of(), Set.of(), Optional.empty());
    launches.add(new Run(permutation(permutation), all, end));
  }

  private String order(String names) {
    return PermutationText.of(launches.order(permutation(names)));
  }

  @Test
  @DisplayName("is its own as long as nothing is known")
  void unknown() {
    assertThat(order("a c d b")).isEqualTo("a c d b");
  }

  @Test
  @DisplayName("puts off what stands behind a step that waits")
  void putOff() {
    ran("a c b d", "a c? b c d");
    assertThat(order("a c d b")).isEqualTo("a c b d");
    assertThat(order("a c b d")).isEqualTo("a c b d");
    assertThat(order("a b c d")).isEqualTo("a b c d");
    assertThat(order("c a d b")).isEqualTo("c a d b");
  }

  @Test
  @DisplayName("is known up to where no run has been")
  void prefix() {
    ran("a c d b", "a c? b c d");
    ran("c a b d", "c a? d a b");
    assertThat(order("a c d b")).isEqualTo("a c b d");
    assertThat(order("c a b d")).isEqualTo("c a d b");
    ran("a b c d", "a b c d");
    assertThat(order("a b c d")).isEqualTo("a b c d");
  }

  @Test
  @DisplayName("is not known where two runs that began alike went on differently")
  void differs() {
    ran("a c b d", "a c? b c d");
    ran("a c d b", "a c d b");
    assertThat(order("a c d b")).isEqualTo("a c d b");
  }

  @Test
  @DisplayName("is not learnt from a run in which a step failed, and others were left out")
  void failed() {
    ran("a c b d", "a c? b c d", Optional.of(new SQLException("deadlock")));
    assertThat(order("a c d b")).isEqualTo("a c d b");
  }
}
