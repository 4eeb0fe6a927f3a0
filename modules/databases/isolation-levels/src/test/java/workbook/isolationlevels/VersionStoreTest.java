package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
      "Keep for each name a list of versions (number of the commit, value). A read takes the newest"
          + " whose number is not above the snapshot's. Where is a version kept until it commits?",
      "write: look whether another open transaction has the name among its own writes, then whether"
          + " the name's newest version is above the snapshot; both are a Conflict."
    })
@DisplayName("The store with versions")
class VersionStoreTest {

  private VersionStore store;
  private Transaction t1;
  private Transaction t2;

  @BeforeEach
  void xIs10AndYIs20() {
    store = new VersionStore();
    Transaction setup = store.begin();
    setup.write("x", 10);
    setup.write("y", 20);
    setup.commit();
    t1 = store.begin();
    t2 = store.begin();
  }

  @Test
  @DisplayName("shows a transaction what it wrote itself, and others nothing of it")
  void own() {
    VersionStore one = new VersionStore();
    Transaction setup = one.begin();
    setup.write("x", 10);
    setup.commit();
    Transaction writer = one.begin();
    writer.write("x", 11);
    assertThat(writer.read())
        .withFailMessage(
            "a transaction must see what it wrote itself: expected {x=11} but was %s",
            writer.read())
        .isEqualTo(Map.of("x", 11));
    assertThat(one.begin().read()).as("what another sees of it").isEqualTo(Map.of("x", 10));
  }

  @Test
  @DisplayName("lets another write what was rolled back")
  void free() {
    t1.write("x", 11);
    t1.rollback();
    assertThatCode(() -> t2.write("x", 12))
        .withFailMessage(
            "after a rollback the name must be free: a write by another transaction was a conflict")
        .doesNotThrowAnyException();
    t2.commit();
    assertThat(store.begin().read()).isEqualTo(Map.of("x", 12, "y", 20));
  }

  @Test
  @DisplayName("lets the first updater win, whether it has committed or not, and ends the other")
  void firstUpdater() {
    t1.write("x", 11);
    assertThatThrownBy(() -> t2.write("x", 12))
        .as("a write of what another holds")
        .isInstanceOf(Conflict.class);
    t1.commit();
    Transaction t3 = store.begin();
    assertThatCode(() -> t3.write("x", 13))
        .as("a write by one that began after the commit")
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName(
      "shows and prevents what H2 at SNAPSHOT does: all reads, lost update; not write skew")
  void asH2() {
    assertSame(Anomaly.ABORTED_READ, VersionStoreTest::abortedRead);
    setAgain();
    assertSame(Anomaly.FUZZY_READ, VersionStoreTest::fuzzyRead);
    setAgain();
    assertSame(Anomaly.PHANTOM, VersionStoreTest::phantom);
    setAgain();
    assertSame(Anomaly.READ_SKEW, VersionStoreTest::readSkew);
    setAgain();
    assertSame(Anomaly.LOST_UPDATE, VersionStoreTest::lostUpdate);
    setAgain();
    assertSame(Anomaly.WRITE_SKEW, VersionStoreTest::writeSkew);
  }

  private void setAgain() {
    xIs10AndYIs20();
  }

  private void assertSame(Anomaly anomaly, Predicate<VersionStoreTest> scene) {
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
