package workbook.paralleltraining;

import java.util.ArrayList;
import java.util.List;

/// In which order a stage of a pipeline does its work: of each micro-batch the forward pass, and
/// later the backward pass.
enum Schedule {
  /// All forward passes, then all backward passes (Huang and others, 2019).
  GPIPE("GPipe") {
    @Override
    List<Pass> of(int stage, int stages, int microBatches) {
      return passes(microBatches, microBatches);
    }
  },
  /// One forward, one backward, as soon as the first micro-batch can come back (Narayanan and
  /// others, PipeDream, 2019; Megatron-LM). A stage holds as many micro-batches as there are stages
  /// from it to the last.
  ONE_F_ONE_B("1F1B") {
    @Override
    List<Pass> of(int stage, int stages, int microBatches) {
      return passes(stages - stage, microBatches);
    }
  };

  private final String title;

  Schedule(String title) {
    this.title = title;
  }

  /// As papers write it.
  String title() {
    return title;
  }

  /// What one stage does, in its order.
  abstract List<Pass> of(int stage, int stages, int microBatches);

  /// A pass of a micro-batch through a stage.
  record Pass(boolean forward, int microBatch) {

    @Override
    public String toString() {
      return (forward ? "F" : "B") + microBatch;
    }
  }

  /// @param held how many micro-batches a stage takes in before the first goes back
  private static List<Pass> passes(int held, int microBatches) {
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < microBatches + held; i++) {
      if (i < microBatches) {
        passes.add(new Pass(true, i));
      }
      if (i + 1 >= held && i + 1 - held < microBatches) {
        passes.add(new Pass(false, i + 1 - held));
      }
    }
    return List.copyOf(passes);
  }
}
