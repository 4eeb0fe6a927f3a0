package workbook.paralleltraining;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// A model in four stages, each a worker process: how long they wait, and what they keep meanwhile.
@Command(
    name = "parallel-training/pipeline",
    description = "A model in four stages: GPipe and 1F1B, their bubble and what they keep.")
public final class Pipeline implements Example {

  private static final int STAGES = 4;
  private static final int STEPS = 5;

  @Parameters(
      paramLabel = "M",
      arity = "0..1",
      description =
          "How many micro-batches a step has, from 1 to 64; ${DEFAULT-VALUE} if not given.")
  private int microBatches = 8;

  static void main(String[] args) {
    Example.main(new Pipeline(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("M", microBatches, 1, 64);
    try (Cluster cluster = Cluster.of(STAGES)) {
      out.printf("%d stages, %d micro-batches%n%n", STAGES, microBatches);
      out.printf("                        loss  slots   of these   bytes of activations kept%n");
      out.printf("                   in step %d  in all  are idle   by stage%n", STEPS);
      line(out, "one process", 1, run(cluster, Schedule.ONE_F_ONE_B, 1, false));
      for (Schedule schedule : Schedule.values()) {
        line(out, schedule.title(), STAGES, run(cluster, schedule, STAGES, false));
      }
      line(out, "1F1B, recomputed", STAGES, run(cluster, Schedule.ONE_F_ONE_B, STAGES, true));
    }
    for (Schedule schedule : Schedule.values()) {
      out.printf("%n%s%n%s", schedule.title(), Timeline.of(schedule, STAGES, microBatches).text());
    }
    return 0;
  }

  private List<Reply> run(Cluster cluster, Schedule schedule, int stages, boolean recompute) {
    cluster.ask(stages, "stage " + schedule + " " + stages + " " + microBatches + " " + recompute);
    List<Reply> replies = List.of();
    for (int step = 0; step < STEPS; step++) {
      replies = cluster.ask(stages, "pass " + step);
    }
    return replies;
  }

  /// A slot is as long as one pass; each stage makes two of every micro-batch.
  private void line(PrintStream out, String name, int stages, List<Reply> replies) {
    long slots = replies.stream().mapToLong(reply -> reply.counts()[0]).max().orElseThrow();
    long idle = stages * (slots - 2L * microBatches);
    float[] losses = replies.getLast().numbers();
    double loss = 0;
    for (float each : losses) {
      loss += each;
    }
    out.printf(
        Locale.ROOT,
        "%-17s %10.6f %7d %8.1f%%  %s%n",
        name,
        loss / losses.length,
        stages * slots,
        100.0 * idle / (stages * slots),
        replies.stream()
            .map(reply -> String.format(Locale.ROOT, "%,9d", reply.counts()[1]))
            .collect(Collectors.joining(" ")));
  }
}
