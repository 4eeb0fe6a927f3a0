package workbook.isolationlevels.matrix;

import java.util.Map;
import workbook.isolationlevels.verdict.Anomaly;

/// The words of a picture in one language. Names of levels and codes are the same in all.
///
/// @param anomalies the names of anomalies, where they are not [Anomaly#title]
/// @param cells the words of cells, where they are not those of [Cell]
/// @param legend what the signs mean, in two lines
record PictureWords(
    Map<Anomaly, String> anomalies, Map<String, String> cells, String legend, String more) {

  static final PictureWords ENGLISH =
      new PictureWords(
          Map.of(),
          Map.of(),
          "* default; ~ prevented, yet no serial order",
          "+ better than the manual says; ! worse");

  static final PictureWords CHINESE =
      new PictureWords(
          Map.ofEntries(
              Map.entry(Anomaly.DIRTY_WRITE, "G0 脏写"),
              Map.entry(Anomaly.ABORTED_READ, "G1a 读到已回滚的值"),
              Map.entry(Anomaly.INTERMEDIATE_READ, "G1b 读到中间值"),
              Map.entry(Anomaly.CIRCULAR_FLOW, "G1c 循环信息流"),
              Map.entry(Anomaly.VANISHING, "OTV 事务消失"),
              Map.entry(Anomaly.FUZZY_READ, "P2 不可重复读"),
              Map.entry(Anomaly.PHANTOM, "P3 幻读"),
              Map.entry(Anomaly.PREDICATE_READ, "PMP 谓词读"),
              Map.entry(Anomaly.PREDICATE_WRITE, "PMP 谓词写"),
              Map.entry(Anomaly.LOST_UPDATE, "P4 丢失更新"),
              Map.entry(Anomaly.READ_SKEW, "G-single 读偏斜"),
              Map.entry(Anomaly.READ_SKEW_TABLES, "G-single 读偏斜（跨表）"),
              Map.entry(Anomaly.READ_SKEW_WRITE, "G-single 读偏斜（写）"),
              Map.entry(Anomaly.PARTIAL_VISIBILITY, "MAV 部分可见"),
              Map.entry(Anomaly.UPDATE_MEETS_PHANTOM, "UPDATE 遇上幻影行"),
              Map.entry(Anomaly.WRITE_SKEW, "G2-item 写偏斜"),
              Map.entry(Anomaly.PREDICATE_WRITE_SKEW, "G2 谓词写偏斜"),
              Map.entry(Anomaly.READ_ONLY, "G2 只读事务异常")),
          Map.of(Cell.OCCURS, "发生", Cell.WAITED, "等待", Cell.SNAPSHOT, "快照"),
          "* 默认级别；~ 已防止，但不等价于任何串行顺序",
          "+ 比手册承诺的好；! 比手册承诺的差");

  String of(Anomaly anomaly) {
    return anomalies.getOrDefault(anomaly, anomaly.title());
  }

  String of(Cell cell) {
    String word = cells.getOrDefault(cell.word(), cell.word());
    return cell.occurs() || cell.serial() ? word : word + "~";
  }
}
