package workbook.isolationlevels.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The eighteen anomalies, each with the condition under which its own specification shows it.
///
/// Names and interleavings follow Adya 1999 and the Hermitage tests by Martin Kleppmann.
public enum Anomaly {
  DIRTY_WRITE(
      "G0 dirty write",
      o -> List.of(List.of("11", "22"), List.of("12", "21")).contains(o.finalValues())),
  ABORTED_READ("G1a aborted read", o -> o.value("t2r").equals("101")),
  INTERMEDIATE_READ("G1b intermediate", o -> o.value("t2r").equals("101")),
  CIRCULAR_FLOW(
      "G1c circular flow", o -> o.value("t1r").equals("22") && o.value("t2r").equals("11")),
  VANISHING(
      "OTV vanishing",
      o ->
          List.of("t3r1", "t3r2", "t3r3").stream()
              .map(o::values)
              .anyMatch(List.of(List.of("12", "19"), List.of("11", "18"))::contains)),
  FUZZY_READ("P2 fuzzy read", o -> differ(o, "t1r1", "t1r2")),
  PHANTOM("P3 phantom", o -> differ(o, "t1r1", "t1r2")),
  PREDICATE_READ("PMP predicate read", o -> !o.read("t1r2").isEmpty() && o.read("t1r1").isEmpty()),
  PREDICATE_WRITE(
      "PMP predicate write",
      o ->
          o.isCommitted("t2")
              && !gone(o).equals(o.read("t2r").stream().map(List::getFirst).toList())),
  LOST_UPDATE(
      "P4 lost update",
      o -> o.isCommitted("t1") && o.isCommitted("t2") && o.finalValues().getFirst().equals("11")),
  READ_SKEW(
      "G-single read skew", o -> o.value("t1r1").equals("10") && o.value("t1r2").equals("18")),
  READ_SKEW_TABLES(
      "G-single two tables", o -> o.value("t1r1").equals("10") && o.value("t1r2").equals("18")),
  READ_SKEW_WRITE(
      "G-single write",
      o -> o.isCommitted("t1") && o.value("t1r").equals("10") && o.finalKeys().contains("2")),
  PARTIAL_VISIBILITY("MAV partial", o -> o.values("t1r2").equals(List.of("51", "20"))),
  UPDATE_MEETS_PHANTOM(
      "update meets phantom", o -> o.value("t1r1").equals("2") && o.value("t1r2").equals("3")),
  WRITE_SKEW(
      "G2-item write skew",
      o ->
          o.isCommitted("t1")
              && o.isCommitted("t2")
              && o.values("t1r").equals(List.of("10", "20"))
              && o.values("t2r").equals(List.of("10", "20"))),
  PREDICATE_WRITE_SKEW(
      "G2 predicate skew",
      o ->
          o.isCommitted("t1")
              && o.isCommitted("t2")
              && o.read("t1r").isEmpty()
              && o.read("t2r").isEmpty()),
  READ_ONLY(
      "G2 read-only",
      o ->
          o.committed().size() == 3
              && o.values("t1r").equals(List.of("10", "20"))
              && o.values("t3r").equals(List.of("10", "25")));

  private final String title;
  private final Predicate<Outcome> occurred;

  Anomaly(String title, Predicate<Outcome> occurred) {
    this.title = title;
    this.occurred = occurred;
  }

  /// Its name in the literature, and what it is.
  public String title() {
    return title;
  }

  /// The name of its specification: `lost-update`.
  public String option() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /// Whether a run of its specification shows it.
  public boolean occurredIn(Outcome outcome) {
    return occurred.test(outcome);
  }

  /// The anomaly of a specification, if it is one of the eighteen.
  public static java.util.Optional<Anomaly> of(String option) {
    return Arrays.stream(values()).filter(a -> a.option().equals(option)).findFirst();
  }

  private static boolean differ(Outcome outcome, String one, String other) {
    // A read that was never made, because its transaction was ended, differs from nothing.
    return outcome.run().done(other).filter(done -> !done.result().failed()).isPresent()
        && !outcome.read(one).equals(outcome.read(other));
  }

  /// The keys of the rows that were there and are no more.
  private static List<String> gone(Outcome outcome) {
    return List.of("1", "2").stream().filter(id -> !outcome.finalKeys().contains(id)).toList();
  }
}
