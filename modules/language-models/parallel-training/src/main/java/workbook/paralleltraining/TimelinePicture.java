package workbook.paralleltraining;

import java.util.List;
import workbook.lab.Svg;

/// GPipe and 1F1B below each other on one clock.
final class TimelinePicture {

  static final String FORWARD = "#9fd3f5";
  static final String BACKWARD = "#f7c08a";

  private static final int STAGES = 4;
  private static final int MICRO_BATCHES = 8;
  private static final int LEFT = 66;
  private static final int SLOT = 20;
  private static final int ROW = 26;

  private final boolean chinese;
  private final Svg svg;

  private TimelinePicture(boolean chinese) {
    this.chinese = chinese;
    int slots = 2 * (MICRO_BATCHES + STAGES - 1);
    this.svg =
        new Svg(
            LEFT + SLOT * slots + 66,
            2 * (STAGES * ROW + 62) + 22,
            in("两种流水线调度的时间线", "Timelines of two pipeline schedules"));
  }

  /// @param chinese its words in Chinese, and not in English
  static String draw(boolean chinese) {
    TimelinePicture picture = new TimelinePicture(chinese);
    int y = 18;
    for (Schedule schedule : Schedule.values()) {
      picture.timeline(schedule, y);
      y += STAGES * ROW + 62;
    }
    picture.legend(y);
    return picture.svg.toString();
  }

  private String in(String ofChinese, String ofEnglish) {
    return chinese ? ofChinese : ofEnglish;
  }

  private void timeline(Schedule schedule, int top) {
    Timeline timeline = Timeline.of(schedule, STAGES, MICRO_BATCHES);
    svg.styled(16, top + 8, 14, Svg.INK, "font-weight='bold'", schedule.title());
    int right = LEFT + SLOT * timeline.slots() + 8;
    svg.text(right, top + 8, 12, "start", Svg.GREY, in("最多暂存", "held"));
    for (int stage = 0; stage < STAGES; stage++) {
      double y = top + 18 + ROW * (double) stage;
      svg.text(16, y + 16, 12, "start", Svg.INK, in("阶段 ", "stage ") + stage);
      List<Schedule.Pass> passes = timeline.stages().get(stage);
      for (int slot = 0; slot < passes.size(); slot++) {
        cell(passes.get(slot), LEFT + SLOT * (double) slot, y);
      }
      svg.text(right + 12, y + 16, 13, "middle", Svg.INK, "" + timeline.held(stage));
    }
  }

  private void cell(Schedule.Pass pass, double x, double y) {
    if (pass == null) {
      svg.box(x, y, SLOT - 2.0, ROW - 4.0, "#f1f3f5");
    } else {
      svg.box(x, y, SLOT - 2.0, ROW - 4.0, pass.forward() ? FORWARD : BACKWARD);
      svg.text(x + SLOT / 2.0 - 1, y + 16, 12, "middle", Svg.INK, "" + pass.microBatch());
    }
  }

  private void legend(int y) {
    svg.box(LEFT, y - 10.0, 14, 14, FORWARD);
    svg.text(LEFT + 20.0, y + 2.0, 12, "start", Svg.INK, in("前向", "forward"));
    svg.box(LEFT + 110.0, y - 10.0, 14, 14, BACKWARD);
    svg.text(LEFT + 130.0, y + 2.0, 12, "start", Svg.INK, in("反向", "backward"));
    svg.box(LEFT + 230.0, y - 10.0, 14, 14, "#f1f3f5");
    svg.text(LEFT + 250.0, y + 2.0, 12, "start", Svg.INK, in("空闲（气泡）", "idle (the bubble)"));
  }
}
