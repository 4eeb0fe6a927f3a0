package workbook.paralleltraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import workbook.lab.Refusal;
import workbook.lab.TrainingRun;

/// A data-parallel training that outlives its workers. When one is lost the others cannot go on,
/// for they wait for its part of each sum. So all are replaced, the new ones read the checkpoint
/// that was written last, and do again what came after it, to the same bits.
final class ElasticTraining implements TrainingRun.Step, AutoCloseable {

  /// So many times in a row workers may be lost; where one dies of the step itself, new ones would
  /// die of it for ever.
  private static final int LOSSES = 3;

  private final int workers;
  private final int between;
  private final Optional<Path> named;
  private final Deque<Integer> doomed = new ArrayDeque<>();
  private Optional<Path> folder = Optional.empty();
  private Cluster cluster;
  private int taken;
  private Duration noticed = Duration.ZERO;
  private String news = "";
  private boolean kept;

  /// @param between after how many steps a checkpoint is written
  /// @param named where to keep it; a file of its own, gone at the end, if nobody wants it
  /// @param resumes whether it goes on from there
  ElasticTraining(int workers, int between, Optional<Path> named, boolean resumes) {
    this.workers = workers;
    this.between = between;
    this.named = named;
    this.kept = resumes;
    start();
  }

  /// A folder is made when there is something to keep: a training that does not come so far leaves
  /// none.
  private Path checkpoint() {
    if (named.isPresent()) {
      return named.get().toAbsolutePath();
    }
    if (folder.isEmpty()) {
      try {
        folder = Optional.of(Files.createTempDirectory("workers"));
      } catch (IOException e) {
        throw new Refusal("a checkpoint cannot be kept: " + e.getMessage(), e);
      }
    }
    return folder.get().resolve("checkpoint.safetensors").toAbsolutePath();
  }

  private void start() {
    cluster = Cluster.of(workers);
    cluster.ask(workers, "replica RING " + workers);
  }

  /// Ends a worker without warning, in the middle of the next step that has none to end yet.
  void doom(int rank) {
    doomed.add(rank);
  }

  /// The worker processes, in the order of the ranks.
  List<ProcessHandle> handles() {
    return cluster.handles();
  }

  /// Writes the checkpoint. Every worker has all of it; the first one writes.
  void save() {
    survive("checkpoint after step " + taken, () -> cluster.ask(1, "save " + checkpoint()));
    kept = true;
  }

  /// Has all workers read it, if there is one.
  ///
  /// @return how many steps were done
  int load() {
    if (kept) {
      taken = (int) cluster.ask(workers, "load " + checkpoint()).getFirst().counts()[0];
    }
    return taken;
  }

  @Override
  public float take(int done) {
    news = "";
    float loss = survive("step " + (done + 1), () -> step(done));
    taken = done + 1;
    if ((done + 1) % between == 0) {
      save();
    }
    return loss;
  }

  /// Does it, with new workers if some are lost meanwhile, or while these catch up.
  private <T> T survive(String what, Supplier<T> work) {
    int target = taken;
    Optional<WorkerLost> lost = Optional.empty();
    for (int losses = 0; ; losses++) {
      long start = System.nanoTime();
      try {
        lost.ifPresent(reason -> replace(what, reason));
        for (; taken < target; taken++) {
          step(taken);
        }
        return work.get();
      } catch (WorkerLost e) {
        if (losses == LOSSES) {
          throw e;
        }
        noticed = Duration.ofNanos(System.nanoTime() - start);
        lost = Optional.of(e);
      }
    }
  }

  private void replace(String what, WorkerLost lost) {
    cluster.close();
    start();
    taken = 0;
    news +=
        "%s: %s; %d new workers go on from step %d%n"
            .formatted(what, lost.getMessage(), workers, load());
  }

  private float step(int done) {
    Optional<Integer> dying = Optional.ofNullable(doomed.poll());
    List<Reply> replies =
        cluster.ask(workers, rank -> dying.equals(Optional.of(rank)) ? "halt" : "step " + done);
    return (float) ParallelTraining.mean(replies);
  }

  @Override
  public String news(int done) {
    return news;
  }

  /// How long after the beginning of a step it was clear that a worker had gone.
  Duration noticed() {
    return noticed;
  }

  @Override
  public void close() {
    cluster.close();
    if (folder.isPresent()) {
      try {
        Files.deleteIfExists(checkpoint());
        Files.delete(folder.get());
      } catch (IOException e) {
        throw new Refusal("the checkpoint stays where it is: " + e.getMessage(), e);
      }
    }
  }
}
