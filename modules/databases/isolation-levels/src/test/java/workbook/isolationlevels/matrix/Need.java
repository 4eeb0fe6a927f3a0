package workbook.isolationlevels.matrix;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import workbook.engine.Level;
import workbook.isolationlevels.verdict.Anomaly;

/// What a transaction does, and so which anomalies must not occur in it: the rows of the table with
/// which the pages begin. Each anomaly belongs to one of them; the last is for who cannot tell.
enum Need {
  COMMITTED(
      List.of("uses what it reads,", "each row once"),
      List.of("每行只读一次，", "据此行事"),
      Anomaly.DIRTY_WRITE,
      Anomaly.ABORTED_READ,
      Anomaly.INTERMEDIATE_READ,
      Anomaly.CIRCULAR_FLOW,
      Anomaly.VANISHING),
  ONE_MOMENT(
      List.of("several SELECTs", "that must agree"),
      List.of("多条 SELECT 的结果", "要互相一致"),
      Anomaly.FUZZY_READ,
      Anomaly.PHANTOM,
      Anomaly.PREDICATE_READ,
      Anomaly.READ_SKEW,
      Anomaly.READ_SKEW_TABLES),
  READ_COMPUTE_WRITE(
      List.of("reads a value, computes,", "writes it back"),
      List.of("读出一个值，", "算完写回"),
      Anomaly.LOST_UPDATE),
  CHANGE_WHAT_WAS_READ(
      List.of("reads, then changes", "rows by a condition"),
      List.of("读过之后，", "再按条件改删多行"),
      Anomaly.PREDICATE_WRITE,
      Anomaly.READ_SKEW_WRITE,
      Anomaly.PARTIAL_VISIBILITY,
      Anomaly.UPDATE_MEETS_PHANTOM),
  CHECK_ROWS(
      List.of("checks several rows,", "changes one of them"),
      List.of("检查多行，", "改其中一行"),
      Anomaly.WRITE_SKEW),
  CHECK_ABSENCE(
      List.of("checks that no such row", "exists, inserts one"),
      List.of("确认没有这样的行，", "再插入一行"),
      Anomaly.PREDICATE_WRITE_SKEW),
  REPORT(
      List.of("only reads, beside", "the two above"),
      List.of("与上面两种并发，", "自己只读"),
      Anomaly.READ_ONLY),
  UNKNOWN(List.of("you cannot tell"), List.of("说不清"), Anomaly.values());

  private final List<String> english;
  private final List<String> chinese;
  private final List<Anomaly> anomalies;

  Need(List<String> english, List<String> chinese, Anomaly... anomalies) {
    this.english = english;
    this.chinese = chinese;
    this.anomalies = List.of(anomalies);
  }

  /// What the transaction does, in the lines of a picture.
  List<String> words(boolean inChinese) {
    return inChinese ? chinese : english;
  }

  /// What must not occur.
  List<Anomaly> anomalies() {
    return anomalies;
  }

  /// Those whose runs show nothing else: if they do not occur, all interleavings are serializable.
  /// The specifications of the others also read rows twice, or read what the other one writes.
  List<Anomaly> alone() {
    Set<Anomaly> mixed = Set.of(Anomaly.CIRCULAR_FLOW, Anomaly.VANISHING);
    return anomalies.stream().filter(anomaly -> !mixed.contains(anomaly)).toList();
  }

  boolean isMetAt(Level level, Matrix matrix) {
    return anomalies.stream()
        .noneMatch(anomaly -> matrix.cell(anomaly, level).orElseThrow().occurs());
  }

  /// The weakest level from which on nothing of this occurs, if there is one.
  Optional<Level> weakest(Matrix matrix) {
    return matrix.levels().reversed().stream()
        .takeWhile(level -> isMetAt(level, matrix))
        .reduce((_, weaker) -> weaker);
  }

  /// All but the last, which repeats them.
  static Stream<Need> parts() {
    return Stream.of(values()).filter(need -> need != UNKNOWN);
  }
}
