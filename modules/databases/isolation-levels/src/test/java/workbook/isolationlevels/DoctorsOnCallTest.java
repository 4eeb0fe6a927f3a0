package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.engine.Server;
import workbook.exercise.Exercise;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.run.ServerError;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.verdict.Judge;
import workbook.isolationlevels.verdict.Outcome;
import workbook.isolationlevels.verdict.Verdict;

@Exercise(
    id = "isolation-levels/2",
    title = "Write the specification of an anomaly from its description",
    hints = {
      "Two sessions. Each looks at the whole list and then changes one row of it; not the same one.",
      "The step that takes a name off must hold the condition itself: UPDATE … WHERE name = 'alice'"
          + " AND (SELECT count(*) …) > 1.",
      "permutation: both look, both take a name off, both commit. It is write-skew.spec with other"
          + " names."
    })
@DisplayName("The specification of the doctors on call")
class DoctorsOnCallTest {

  @Test
  @DisplayName("shows both going home at SNAPSHOT, which no serial order does")
  void bothGo() {
    Specification spec = Parser.parse("doctors.spec", DoctorsOnCall.specification(), "h2");
    assertThat(spec.sessions()).as("sessions").hasSize(2);
    assertThat(spec.permutations()).as("permutations").hasSize(1);
    try (Server server = Server.start(Engine.named("h2"));
        Runner runner = new Runner(server.sandbox(), spec, Rules.PROGRAM, Runner.LIMIT)) {
      runner.level(Level.SNAPSHOT);
      Run serial =
          runner.run(
              Permutation.of(
                  spec.sessions().stream().flatMap(session -> session.steps().stream()).toList()));
      assertThat(onCall(serial))
          .withFailMessage(
              "%s and then %s, one after the other, must leave one on call, and left %d",
              spec.sessions().getFirst().name(), spec.sessions().getLast().name(), onCall(serial))
          .isEqualTo(1);

      Judge judge = new Judge(runner, spec);
      Outcome outcome =
          Outcome.of(runner.run(spec.permutations().getFirst()), judge.transactions());
      assertThat(outcome.committed())
          .withFailMessage(() ->
              "both must commit at SNAPSHOT, and only %s did: the other failed with %s"
                  .formatted(
                      outcome.committed().isEmpty() ? "none" : outcome.committed().getFirst(),
                      outcome
                          .failure()
                          .flatMap(done -> done.result().error())
                          .map(ServerError::code)
                          .orElse("nothing")))
          .hasSize(2);
      Verdict verdict = judge.judge(outcome);
      assertThat(verdict.anomalous())
          .withFailMessage(() ->
              "the permutation is explained by the order %s: nothing overlaps"
                  .formatted(verdict.explanation().orElseThrow()))
          .isTrue();
      assertThat(onCall(outcome.run())).as("on call in the end").isZero();
    }
  }

  private static long onCall(Run run) {
    List<List<String>> doctors = run.state().get("doctors");
    assertThat(doctors).as("a table doctors(name, on_call) of two rows").hasSize(2);
    return doctors.stream().filter(row -> row.get(1).equals("1")).count();
  }
}
