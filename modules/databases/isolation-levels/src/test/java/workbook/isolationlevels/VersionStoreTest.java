package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.exercise.Exercise;
import workbook.isolationlevels.VersionStore.Conflict;
import workbook.isolationlevels.VersionStore.Transaction;
import workbook.isolationlevels.matrix.Declaration;
import workbook.isolationlevels.verdict.Anomaly;

@Exercise(
    id = "isolation-levels/4",
    title = "A store with versions: snapshot isolation in memory",
    hints = {
      "Give every commit a number. A transaction remembers the number of the last commit when it"
          + " began, and that is its snapshot.",
      "Keep for each name a list of versions (number of the commit, value), all of them. A read"
          + " takes the newest whose number is not above the snapshot's. Where is a value kept until"
          + " it commits?",
      "The store has a counter of commits, a Map from name to its List of versions, and a Set of open"
          + " transactions. A transaction has its snapshot, a final copy of the counter, and a Map of"
          + " its own writes. read: a new map of the newest versions up to the snapshot, then putAll"
          + " of its own writes. write: if another open transaction has the name among its own"
          + " writes, or a version of the name is above the snapshot, call rollback() and throw"
          + " Conflict; else put it among the own writes. commit: add 1 to the counter, add each own"
          + " write as a version with that number, leave the set. rollback: clear the own writes,"
          + " leave the set."
    },
    chinese =
        @Exercise.Chinese(
            title = "多版本存储：在内存中实现快照隔离",
            hints = {
              "给每次提交编号。事务开始时记下最近一次提交的编号，这就是它的快照。",
              "每个名字对应一个版本列表（提交编号、值），旧版本都要保留。读取时，取编号不大于快照的最新版本。提交之前，写入的值放在哪里？",
              "存储中有提交计数器、从名字到版本列表的 Map，以及活动事务的 Set；事务中有快照（开始时计数器的值，final）和自己的写入 Map。"
                  + "read：新建一个 Map，放入不超过快照的最新版本，再 putAll 自己的写入。"
                  + "write：如果另一个活动事务的写入中有这个名字，或者这个名字有编号大于快照的版本，就先调用 rollback() 再抛出 Conflict；否则放入自己的写入。"
                  + "commit：计数器加 1，把自己的每个写入作为该编号的版本加入列表，并退出活动事务集合。"
                  + "rollback：清空自己的写入，退出活动事务集合。"
            }))
@DisplayName("The store with versions, where x is 10 and y is 20 at first")
class VersionStoreTest {

  private VersionStore store;
  private Transaction t1;
  private Transaction t2;

  @BeforeEach
  void xIs10AndYIs20() {
    store = new VersionStore();
    Transaction setup = store.begin();
    write(setup, "x", 10);
    write(setup, "y", 20);
    setup.commit();
    t1 = store.begin();
    t2 = store.begin();
  }

  @Test
  @DisplayName("is empty when it is new, and shares nothing with another store")
  void empty() {
    assertReads("a transaction of a new store", new VersionStore().begin(), Map.of());
  }

  @Test
  @DisplayName("shows a transaction what it wrote itself, and others nothing of it")
  void own() {
    write(t1, "x", 11);
    assertReads(
        "a transaction must see what it wrote itself; the one that wrote x = 11",
        t1,
        Map.of("x", 11, "y", 20));
    assertReads("one that was open meanwhile", t2, Map.of("x", 10, "y", 20));
    assertReads("one that began meanwhile", store.begin(), Map.of("x", 10, "y", 20));
  }

  @Test
  @DisplayName("lets a transaction write a name again; the last value counts, whatever it is")
  void twice() {
    write(t1, "x", 11);
    assertWrites("the transaction that holds x writes it again", t1, "x", Integer.MIN_VALUE);
    write(t1, "y", 0);
    Map<String, Integer> written = Map.of("x", Integer.MIN_VALUE, "y", 0);
    assertReads("the one that wrote x twice, and y = 0", t1, written);
    t1.commit();
    assertReads("one that began after it had committed", store.begin(), written);
  }

  @Test
  @DisplayName("takes the snapshot when a transaction begins, not when it first reads")
  void snapshot() {
    Transaction t3 = store.begin();
    write(t2, "x", 12);
    write(t3, "y", 21);
    t3.commit();
    Transaction between = store.begin();
    t2.commit();
    assertReads(
        "one that began before x = 12 was written, and reads after its commit",
        t1,
        Map.of("x", 10, "y", 20));
    assertReads(
        "one that began after the commit of y = 21 and before that of x = 12, and reads after both",
        between,
        Map.of("x", 10, "y", 21));
  }

  @Test
  @DisplayName("keeps old versions as long as a snapshot needs them")
  void oldVersions() {
    for (int value = 11; value <= 13; value++) {
      commit("x", value);
    }
    assertReads("one that began three commits ago", t1, Map.of("x", 10, "y", 20));
    assertReads("one that begins now", store.begin(), Map.of("x", 13, "y", 20));
  }

  @Test
  @DisplayName("keeps the version that the oldest snapshot sees, however old it is itself")
  void oldestVersion() {
    t1.rollback();
    t2.rollback();
    commit("y", 21);
    Transaction reader = store.begin();
    commit("x", 13);
    commit("x", 14);
    assertReads(
        "one that began before x = 13 and x = 14 were committed, and sees an x older than itself",
        reader,
        Map.of("x", 10, "y", 21));
  }

  private void commit(String name, int value) {
    Transaction writer = store.begin();
    write(writer, name, value);
    writer.commit();
  }

  @Test
  @DisplayName("gives a map of its own also where nothing was committed yet")
  void copiesWhereNothingIsCommitted() {
    Transaction first = new VersionStore().begin();
    write(first, "x", 1);
    Map<String, Integer> read = first.read();
    write(first, "x", 2);
    assertThat(read)
        .withFailMessage(
            "in a new store, what read() gave before x = 2 was written must stay {x=1}, and is %s",
            read)
        .isEqualTo(Map.of("x", 1));
  }

  @Test
  @DisplayName("gives a map that later writes do not change, and that changes nothing in the store")
  void copies() {
    try {
      t2.read().put("x", 99);
    } catch (UnsupportedOperationException _) {
      // A map that cannot be changed is as good.
    }
    assertReads(
        "after x = 99 was put into the map that t2.read() gave, a new one",
        store.begin(),
        Map.of("x", 10, "y", 20));
    write(t1, "x", 11);
    Map<String, Integer> read = t1.read();
    write(t1, "x", 12);
    t1.read();
    assertThat(read)
        .withFailMessage(
            "what read() gave before x = 12 was written must stay {x=11, y=20}, and is %s", read)
        .isEqualTo(Map.of("x", 11, "y", 20));
    try {
      read.put("x", 99);
    } catch (UnsupportedOperationException _) {
      return; // A map that cannot be changed is as good.
    }
    assertReads("after a change of the map that read() gave, t1", t1, Map.of("x", 12, "y", 20));
    t1.commit();
    assertReads("after that, a new one", store.begin(), Map.of("x", 12, "y", 20));
  }

  @Test
  @DisplayName("commits what was written, and nothing that was only read")
  void commitsWritesOnly() {
    t1.read();
    write(t1, "x", 11);
    t2.read();
    write(t2, "y", 21);
    t1.commit();
    t2.commit();
    assertReads(
        "after one wrote x = 11 and another y = 21, and both had read all, a new one",
        store.begin(),
        Map.of("x", 11, "y", 21));
  }

  @Test
  @DisplayName("lets another write what was rolled back")
  void rolledBack() {
    write(t1, "x", 11);
    t1.rollback();
    assertWrites("after a rollback the name must be free: another transaction", t2, "x", 12);
    t2.commit();
    assertReads(
        "after x = 11 was rolled back and x = 12 committed, a new one",
        store.begin(),
        Map.of("x", 12, "y", 20));
  }

  @Test
  @DisplayName("lets the first updater win, before it has committed and after")
  void firstUpdater() {
    write(t1, "x", 11);
    assertConflict("t1 holds x, and t2", t2, "x");
    t1.commit();
    Transaction t3 = store.begin();
    assertWrites("x = 11 is committed, and one that began after it", t3, "x", 13);
  }

  @Test
  @DisplayName("lets the first updater win, whichever of the two began first")
  void beganEarlierOrLater() {
    commit("z", 30);
    Transaction later = store.begin();
    write(later, "x", 11);
    assertConflict("one that began later holds x, and t1", t1, "x");
    write(t2, "y", 21);
    assertConflict("t2 holds y, and one that began later", later, "y");
  }

  @Test
  @DisplayName("sees a conflict with a holder, also where both write the same value")
  void sameValueAsTheHolder() {
    write(t1, "x", 99);
    assertConflict("t1 holds x = 99, and t2, with x = 99,", t2, "x");
  }

  @Test
  @DisplayName("sees a conflict at the write, also where the name is new")
  void newName() {
    write(t1, "z", 30);
    assertConflict("t1 holds the new name z, and t2", t2, "z");
    Transaction t3 = store.begin();
    t1.commit();
    assertConflict("z is committed since t3 began, and t3", t3, "z");
  }

  @ParameterizedTest(name = "number {0} of three")
  @ValueSource(ints = {1, 2, 3})
  @DisplayName("sees a conflict whichever commit since the beginning wrote the name")
  void anyOfSeveral(int number) {
    for (int i = 1; i <= 3; i++) {
      commit(i == number ? "x" : "y", 30 + i);
    }
    assertConflict(
        "of three commits since t1 began number %d wrote x, and t1".formatted(number), t1, "x");
  }

  @Test
  @DisplayName("goes by versions, not by values: what is back at its old value was written")
  void oldValueAgain() {
    for (int value : new int[] {11, 10}) {
      commit("x", value);
    }
    assertConflict("x was committed as 11 and as 10 again since t1 began, and t1", t1, "x");
  }

  @Test
  @DisplayName("counts a write of the value that is there, and of 0, as a write")
  void sameValue() {
    write(t1, "x", 10);
    write(t1, "y", 0);
    assertConflict("t1 has written x = 10, which it was before, and t2", t2, "x");
    assertConflict("t1 has written y = 0, and another", store.begin(), "y");
    Transaction t3 = store.begin();
    t1.commit();
    assertConflict("x = 10, which it was before, is committed since t3 began, and t3", t3, "x");
  }

  @Test
  @DisplayName("lets a transaction go back to the value that it began with")
  void back() {
    write(t1, "y", 300);
    assertWrites("the transaction that holds y writes the old value again", t1, "y", 20);
    assertReads("the one that wrote y = 300 and y = 20", t1, Map.of("x", 10, "y", 20));
  }

  @Test
  @DisplayName("takes names for the same that are equal, and for others that differ in case")
  void names() {
    write(t1, "x", 11);
    String equal = String.valueOf(new char[] {'x'});
    assertConflict("t1 holds x, and t2, by an equal String that is another object,", t2, equal);
    Transaction t3 = store.begin();
    assertWrites("t1 holds x, and not X; t3", t3, "X", 1);
    t1.commit();
    assertConflict("x is committed since t3 began, and t3, by another object,", t3, equal);
  }

  @Test
  @DisplayName("sees no conflict in what was committed under another name")
  void otherName() {
    write(t1, "y", 21);
    t1.commit();
    assertWrites("only y was committed since t2 began, and t2", t2, "x", 12);
    assertWrites("x is older than the last commit, and a new one", store.begin(), "z", 30);
  }

  @Test
  @DisplayName("rolls back at a conflict: what the loser wrote before is gone, and free")
  void conflictRollsBack() {
    write(t2, "y", 22);
    write(t1, "x", 11);
    assertConflict("t1 holds x, and t2", t2, "x");
    assertWrites("t2 wrote y before its conflict, which rolls it back; t1", t1, "y", 23);
    t1.commit();
    assertReads(
        "after that and a commit of t1, a new one", store.begin(), Map.of("x", 11, "y", 23));
  }

  @Test
  @DisplayName("has nothing to commit for the loser of a conflict")
  void loserCommits() {
    write(t2, "y", 22);
    write(t1, "x", 11);
    assertConflict("t1 holds x, and t2", t2, "x");
    try {
      t2.commit();
    } catch (RuntimeException _) {
      // To refuse it is as good.
    }
    assertReads(
        "t2 wrote y = 22, lost at x, and called commit(); a new one",
        store.begin(),
        Map.of("x", 10, "y", 20));
  }

  @Test
  @DisplayName("prevents what H2 at SNAPSHOT prevents, and shows write skew as H2 does")
  void asH2() {
    assertSame(Anomaly.ABORTED_READ, VersionStoreTest::abortedRead);
    assertSame(Anomaly.FUZZY_READ, VersionStoreTest::fuzzyRead);
    assertSame(Anomaly.PHANTOM, VersionStoreTest::phantom);
    assertSame(Anomaly.READ_SKEW, VersionStoreTest::readSkew);
    assertSame(Anomaly.LOST_UPDATE, VersionStoreTest::lostUpdate);
    assertSame(Anomaly.WRITE_SKEW, VersionStoreTest::writeSkew);
  }

  private static void write(Transaction writer, String name, int value) {
    assertWrites(
        "nobody else has written it since this transaction began, which", writer, name, value);
  }

  private static void assertReads(String who, Transaction reader, Map<String, Integer> expected) {
    Map<String, Integer> read = reader.read();
    assertThat(read)
        .withFailMessage("%s: expected %s but was %s", who, sorted(expected), sorted(read))
        .isEqualTo(expected);
  }

  private static Map<String, Integer> sorted(Map<String, Integer> values) {
    return values == null ? null : new TreeMap<>(values);
  }

  private static void assertWrites(String who, Transaction writer, String name, int value) {
    assertThatCode(() -> writer.write(name, value))
        .withFailMessage("%s may write %s, and that was a conflict", who, name)
        .doesNotThrowAnyException();
  }

  private static void assertConflict(String who, Transaction writer, String name) {
    assertThatCode(() -> writer.write(name, 99))
        .withFailMessage("%s writes %s: expected a Conflict, and there was none", who, name)
        .isInstanceOf(Conflict.class);
  }

  private void assertSame(Anomaly anomaly, Predicate<VersionStoreTest> scene) {
    xIs10AndYIs20();
    boolean onH2 =
        Declaration.of(Engine.named("h2"))
            .matrix()
            .cell(anomaly, Level.SNAPSHOT)
            .orElseThrow()
            .occurs();
    boolean here = scene.test(this);
    assertThat(here)
        .withFailMessage(
            "%s: %s in this store, and on H2 at SNAPSHOT it %s",
            anomaly.title(), here ? "occurs" : "is prevented", onH2 ? "occurs" : "does not")
        .isEqualTo(onH2);
  }

  private boolean abortedRead() {
    t1.write("x", 101);
    int seen = t2.read().get("x");
    t1.rollback();
    return seen == 101;
  }

  private boolean fuzzyRead() {
    int before = t1.read().get("x");
    t2.write("x", 15);
    t2.commit();
    return t1.read().get("x") != before;
  }

  private boolean phantom() {
    int before = t1.read().size();
    t2.write("z", 30);
    t2.commit();
    return t1.read().size() != before;
  }

  private boolean readSkew() {
    int x = t1.read().get("x");
    t2.write("x", 12);
    t2.write("y", 18);
    t2.commit();
    return x == 10 && t1.read().get("y") == 18;
  }

  private boolean lostUpdate() {
    int one = t1.read().get("x");
    int other = t2.read().get("x");
    try {
      t1.write("x", one + 1);
      t1.commit();
      t2.write("x", other + 1);
      t2.commit();
    } catch (Conflict _) {
      return false;
    }
    return store.begin().read().get("x") == 11;
  }

  private boolean writeSkew() {
    Map<String, Integer> both = Map.of("x", 10, "y", 20);
    boolean read = t1.read().equals(both) && t2.read().equals(both);
    try {
      t1.write("x", 11);
      t2.write("y", 21);
      t1.commit();
      t2.commit();
    } catch (Conflict _) {
      return false;
    }
    return read;
  }
}
