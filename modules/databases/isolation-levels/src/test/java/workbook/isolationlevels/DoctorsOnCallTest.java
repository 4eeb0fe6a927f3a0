package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
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
import workbook.isolationlevels.spec.Specification.Session;
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
      "Take write-skew.spec. The table is doctors (name VARCHAR(10) PRIMARY KEY, on_call INT) with"
          + " ('alice', 1), ('bob', 1). Both read with SELECT count(*) FROM doctors WHERE on_call ="
          + " 1. t1 writes with UPDATE doctors SET on_call = 0 WHERE name = 'alice' AND (SELECT"
          + " count(*) FROM doctors WHERE on_call = 1) > 1, t2 the same for 'bob'. The teardown drops"
          + " doctors. Sessions, setups, commits and the permutation stay as they are."
    },
    chinese =
        @Exercise.Chinese(
            title = "根据描述写出一个异常的测试脚本（spec）",
            hints = {
              "两个会话。每个会话先查看整个值班表，再修改其中一行，但不是同一行。",
              "取消值班的那一步必须自带条件：UPDATE … WHERE name = 'alice' AND (SELECT count(*) …) > 1。",
              "以 write-skew.spec 为基础。表为 doctors (name VARCHAR(10) PRIMARY KEY, on_call INT)，数据为"
                  + " ('alice', 1), ('bob', 1)。两个会话都用 SELECT count(*) FROM doctors WHERE on_call = 1"
                  + " 读取。t1 用 UPDATE doctors SET on_call = 0 WHERE name = 'alice' AND (SELECT count(*)"
                  + " FROM doctors WHERE on_call = 1) > 1 写入，t2 对 'bob' 做同样的事。teardown 删除 doctors。"
                  + "会话、setup、提交和 permutation 都不变。"
            }))
@DisplayName("The specification of the doctors on call")
class DoctorsOnCallTest {

  @Test
  @DisplayName("shows both going home at SNAPSHOT, which no serial order does")
  void bothGo() {
    Specification spec = Parser.parse("doctors.spec", DoctorsOnCall.specification(), "h2");
    assertThat(spec.sessions())
        .withFailMessage("two sessions are asked for, and there are %d", spec.sessions().size())
        .hasSize(2);
    assertThat(spec.permutations())
        .withFailMessage("one permutation is asked for, there are %d", spec.permutations().size())
        .hasSize(1);
    spec.sessions().forEach(DoctorsOnCallTest::looksFirst);
    try (Server server = Server.start(Engine.named("h2"));
        Runner runner = new Runner(server.sandbox(), spec, Rules.PROGRAM, Runner.LIMIT)) {
      runner.level(Level.SNAPSHOT);
      Run one = oneStays(runner, spec.sessions());
      Run other = oneStays(runner, spec.sessions().reversed());
      for (Session session : spec.sessions()) {
        assertThat(reads(session, one))
            .withFailMessage(
                "%s must read how many are on call: what it reads is the same, whether the other has"
                    + " gone or not",
                session.name())
            .isNotEqualTo(reads(session, other));
      }

      Judge judge = new Judge(runner, spec);
      assertThat(judge.transactions())
          .withFailMessage(
              "each session must be one transaction, from BEGIN to COMMIT; there are %d",
              judge.transactions().size())
          .hasSize(2);
      Outcome outcome =
          Outcome.of(runner.run(spec.permutations().getFirst()), judge.transactions());
      assertThat(outcome.committed())
          .withFailMessage(() ->
              "both must commit at SNAPSHOT, and only %s did: %s"
                  .formatted(
                      outcome.committed().isEmpty() ? "none" : outcome.committed().getFirst(),
                      outcome
                          .failure()
                          .flatMap(done -> done.result().error())
                          .map(e -> "the other failed with " + ServerError.code(e))
                          .orElse("the permutation must run every step, with a COMMIT in the end")))
          .hasSize(2);
      Verdict verdict = judge.judge(outcome);
      assertThat(verdict.anomalous())
          .withFailMessage(() ->
              "the permutation is explained by the order %s: nothing overlaps"
                  .formatted(verdict.explanation().orElseThrow()))
          .isTrue();
      assertThat(onCall(outcome.run()))
          .withFailMessage("nobody may be on call in the end, and %d are", onCall(outcome.run()))
          .isZero();
    }
  }

  private static void looksFirst(Session session) {
    List<String> verbs =
        session.steps().stream()
            .map(step -> step.sql().strip().split("\\s")[0].toLowerCase(Locale.ROOT))
            .filter(List.of("select", "update")::contains)
            .toList();
    assertThat(verbs.contains("select") && verbs.getFirst().equals("update"))
        .withFailMessage(
            "%s must read how many are on call and then go, and goes first", session.name())
        .isFalse();
  }

  private static Run oneStays(Runner runner, List<Session> order) {
    String when =
        "%s and then %s, one after the other"
            .formatted(order.getFirst().name(), order.getLast().name());
    Run run =
        Refused.none(
            when,
            runner,
            Permutation.of(order.stream().flatMap(session -> session.steps().stream()).toList()));
    assertThat(onCall(run))
        .withFailMessage("%s, must leave one on call, and left %d", when, onCall(run))
        .isEqualTo(1);
    String first = order.getFirst().name();
    List<String> gone =
        run.state().get("doctors").stream()
            .filter(row -> row.get(1).equals("0"))
            .map(List::getFirst)
            .toList();
    assertThat(!List.of("alice", "bob").contains(first) || gone.equals(List.of(first)))
        .withFailMessage(
            "%s, must take %s off the list, and took %s off", when, first, gone.getFirst())
        .isTrue();
    return run;
  }

  private static List<List<List<String>>> reads(Session session, Run run) {
    return session.steps().stream().map(step -> run.read(step.name())).toList();
  }

  private static long onCall(Run run) {
    List<List<String>> doctors = run.state().getOrDefault("doctors", List.of());
    assertThat(doctors)
        .withFailMessage(
            "a table doctors(name, on_call) of alice and bob is asked for, and there is %s",
            doctors.isEmpty() ? "none" : doctors)
        .hasSize(2)
        .allMatch(row -> row.size() == 2)
        .extracting(List::getFirst)
        .containsExactly("alice", "bob");
    for (List<String> doctor : doctors) {
      String onCall = String.valueOf(doctor.get(1));
      assertThat(onCall)
          .withFailMessage(
              "on_call is 1 at first and set to 0; %s's is %s in the end",
              doctor.getFirst(), onCall)
          .isIn("0", "1");
    }
    return doctors.stream().filter(row -> row.get(1).equals("1")).count();
  }
}
