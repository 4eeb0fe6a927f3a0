package workbook.paralleltraining;

import workbook.lab.Refusal;

/// A worker has gone, or says nothing any more.
public final class WorkerLost extends Refusal {

  private static final long serialVersionUID = 1L;

  private final int rank;

  WorkerLost(int rank, String how) {
    super("worker %d %s".formatted(rank, how));
    this.rank = rank;
  }

  /// Which one.
  public int rank() {
    return rank;
  }
}
