package workbook.paralleltraining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// When each stage does what, on a clock whose slots are one pass long. A forward pass waits for
/// that of the stage before, a backward pass for that of the stage behind.
///
/// @param stages of each the pass in every slot, or null where it waits
record Timeline(List<List<Schedule.Pass>> stages) {

  static Timeline of(Schedule schedule, int stages, int microBatches) {
    int[][] forward = new int[stages][microBatches];
    int[][] backward = new int[stages][microBatches];
    List<List<Schedule.Pass>> lines = new ArrayList<>();
    List<List<Schedule.Pass>> todo = new ArrayList<>();
    for (int stage = 0; stage < stages; stage++) {
      lines.add(new ArrayList<>());
      todo.add(new ArrayList<>(schedule.of(stage, stages, microBatches)));
    }
    for (int slot = 1; todo.stream().anyMatch(passes -> !passes.isEmpty()); slot++) {
      for (int stage = 0; stage < stages; stage++) {
        Schedule.Pass next = todo.get(stage).isEmpty() ? null : todo.get(stage).getFirst();
        if (next == null || !isReady(next, stage, slot, forward, backward)) {
          lines.get(stage).add(null);
          continue;
        }
        (next.forward() ? forward : backward)[stage][next.microBatch()] = slot;
        lines.get(stage).add(todo.get(stage).removeFirst());
      }
    }
    return new Timeline(lines);
  }

  /// Whether what it waits for was done in a slot before this one.
  private static boolean isReady(
      Schedule.Pass pass, int stage, int slot, int[][] forward, int[][] backward) {
    int m = pass.microBatch();
    int after;
    if (pass.forward()) {
      after = stage == 0 ? -1 : forward[stage - 1][m];
    } else {
      after = stage == backward.length - 1 ? forward[stage][m] : backward[stage + 1][m];
    }
    return after != 0 && after < slot;
  }

  int slots() {
    return stages.getFirst().size();
  }

  /// In how many slots a stage waits.
  int idle(int stage) {
    return (int) stages.get(stage).stream().filter(pass -> pass == null).count();
  }

  /// The bubble: what part of all slots nobody uses.
  double bubble() {
    int idle = IntStream.range(0, stages.size()).map(this::idle).sum();
    return (double) idle / (slots() * stages.size());
  }

  /// How many micro-batches went forward through a stage and did not come back yet, at most.
  int held(int stage) {
    int held = 0;
    int most = 0;
    for (Schedule.Pass pass : stages.get(stage)) {
      if (pass != null) {
        held += pass.forward() ? 1 : -1;
        most = Math.max(most, held);
      }
    }
    return most;
  }

  /// A line for each stage: `F0` is the forward pass of micro-batch 0.
  String text() {
    return IntStream.range(0, stages.size())
        .mapToObj(stage -> "stage %d  %s%n".formatted(stage, line(stages.get(stage))))
        .collect(Collectors.joining());
  }

  private static String line(List<Schedule.Pass> passes) {
    return passes.stream()
        .map(pass -> pass == null ? ".." : pass.toString())
        .collect(Collectors.joining(" "))
        .stripTrailing();
  }
}
