package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "postgresql-setup/5",
    title = "May the lock file be deleted?",
    hints = {
      "What does the file say after the machine lost its power, and who could have its id by now?",
      "First: is there a first line? Then: does the process exist, and is it a postgres? Only then"
          + " does the eighth line count, and it has blanks behind it.",
      "EMPTY if there is no line or the first is blank. Read the first as a long, stripped, and look"
          + " its absolute value up: STALE if there is no program, MISTAKEN if it is not postgres,"
          + " RUNNING if the number was negative. Else take the eighth line, stripped, if there is"
          + " one: RUNNING for ready and standby, BUSY for all else."
    },
    chinese =
        @Exercise.Chinese(
            title = "锁文件可以删吗",
            hints = {
              "机器断电之后，这个文件里写着什么？那个进程号现在可能归谁？",
              "先看有没有第一行；再看进程是否存在、是不是 postgres；最后才看第八行，它后面带空格。",
              "没有行或第一行为空白：EMPTY。把第一行去掉空白后读成 long，用它的绝对值查表：没有程序是 STALE，不是 postgres 是 MISTAKEN；数字为负是 RUNNING。否则取第八行（若有）去掉空白：ready 和 standby 是 RUNNING，其余都是 BUSY。"
            }))
@DisplayName("Exercise 5: may the lock file be deleted?")
class LockVerdictTest {

  /// As PostgreSQL 18 writes it.
  private static List<String> file(String id, String state) {
    return List.of(
        id,
        "/srv/data",
        "1795750176",
        "5432",
        "/run/postgresql",
        "127.0.0.1",
        "  2507522         4",
        state);
  }

  @Test
  @DisplayName("a server runs: the state is ready or standby, with blanks behind it")
  void running() {
    assertVerdict(file("4711", "ready   "), Map.of(4711L, "postgres"), LockVerdict.Verdict.RUNNING);
    assertVerdict(file("4711", "standby "), Map.of(4711L, "postgres"), LockVerdict.Verdict.RUNNING);
    assertVerdict(file("4711", "ready"), Map.of(4711L, "postgres"), LockVerdict.Verdict.RUNNING);
    // As the system tells the name: an object of its own.
    Map<Long, String> told = Map.of(4711L, new String("postgres"));
    assertVerdict(file("4711", "ready   "), told, LockVerdict.Verdict.RUNNING);
  }

  @Test
  @DisplayName("a server that starts or stops is busy, also before it has written all lines")
  void busy() {
    Map<Long, String> programs = Map.of(4711L, "postgres");
    assertVerdict(file("4711", "starting"), programs, LockVerdict.Verdict.BUSY);
    assertVerdict(file("4711", "stopping"), programs, LockVerdict.Verdict.BUSY);
    assertVerdict(file("4711", "not ready"), programs, LockVerdict.Verdict.BUSY);
    assertVerdict(file("4711", "readying"), programs, LockVerdict.Verdict.BUSY);
    assertVerdict(file("4711", "READY   "), programs, LockVerdict.Verdict.BUSY);
    assertVerdict(file("4711", "ready   ").subList(0, 5), programs, LockVerdict.Verdict.BUSY);
    assertVerdict(List.of("4711"), programs, LockVerdict.Verdict.BUSY);
  }

  @Test
  @DisplayName("the state is the eighth line, whatever stands in the others and behind it")
  void eighth() {
    Map<Long, String> programs = Map.of(4711L, "postgres");
    assertVerdict(List.of("4711", "ready"), programs, LockVerdict.Verdict.BUSY);
    List<String> lines = new ArrayList<>(file("4711", "ready   "));
    lines.add("");
    assertVerdict(lines, programs, LockVerdict.Verdict.RUNNING);
  }

  @Test
  @DisplayName("after a crash it still says ready: nobody has its id, or another program")
  void crash() {
    assertVerdict(file("4711", "ready   "), Map.of(4712L, "postgres"), LockVerdict.Verdict.STALE);
    assertVerdict(file("4711", "ready   "), Map.of(4711L, "sshd"), LockVerdict.Verdict.MISTAKEN);
    for (String other : List.of("postgres_exporter", "Postgres")) {
      assertVerdict(file("4711", "starting"), Map.of(4711L, other), LockVerdict.Verdict.MISTAKEN);
    }
  }

  @Test
  @DisplayName("a server for one user: a minus before the id, and four lines")
  void singleUser() {
    List<String> lines = file("-4711", "").subList(0, 4);
    assertVerdict(lines, Map.of(4711L, "postgres"), LockVerdict.Verdict.RUNNING);
    assertVerdict(lines, Map.of(), LockVerdict.Verdict.STALE);
    assertVerdict(lines, Map.of(4711L, "vim"), LockVerdict.Verdict.MISTAKEN);
    for (List<String> other : List.of(List.of("-4711"), file("-4711", "stopping"))) {
      assertVerdict(other, Map.of(4711L, "postgres"), LockVerdict.Verdict.RUNNING);
    }
  }

  @Test
  @DisplayName("an empty file")
  void empty() {
    assertVerdict(List.of(), Map.of(4711L, "postgres"), LockVerdict.Verdict.EMPTY);
    assertVerdict(List.of(""), Map.of(), LockVerdict.Verdict.EMPTY);
    assertVerdict(List.of(" \t", ""), Map.of(), LockVerdict.Verdict.EMPTY);
  }

  @Test
  @DisplayName("blanks around the id do not count, and ids are longer than an int allows")
  void id() {
    assertVerdict(file(" 4711 ", "ready"), Map.of(4711L, "postgres"), LockVerdict.Verdict.RUNNING);
    assertVerdict(
        file("4194304000", "ready"), Map.of(4194304000L, "postgres"), LockVerdict.Verdict.RUNNING);
  }

  private static void assertVerdict(
      List<String> lines, Map<Long, String> programs, LockVerdict.Verdict expected) {
    assertThat(LockVerdict.of(lines, programs))
        .as("the verdict on %s with %s", lines, programs)
        .isEqualTo(expected);
  }
}
