package workbook.paralleltraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import workbook.lab.Refusal;
import workbook.lab.TrainingRun;

/// A data-parallel training that outlives its workers. When one is lost the others cannot go on,
/// for they wait for its part of each sum. So all are replaced, the new ones read the checkpoint
/// that was written last, and do again what came after it, to the same bits.
final class ElasticTraining implements TrainingRun.Step, AutoCloseable {

  private final int workers;
  private final int between;
  private final Optional<Path> folder;
  private final Path checkpoint;
  private Cluster cluster;
  private OptionalInt doomed = OptionalInt.empty();
  private Duration noticed = Duration.ZERO;
  private String news = "";
  private boolean kept;

  /// @param between after how many steps a checkpoint is written
  /// @param named where to keep it; a file of its own, gone at the end, if nobody wants it
  /// @param resumes whether it goes on from there
  ElasticTraining(int workers, int between, Optional<Path> named, boolean resumes) {
    this.workers = workers;
    this.between = between;
    this.folder = named.isPresent() ? Optional.empty() : Optional.of(folder());
    this.checkpoint = named.orElseGet(() -> folder.orElseThrow().resolve("checkpoint.safetensors"));
    this.kept = resumes;
    start();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("workers");
    } catch (IOException e) {
      throw new Refusal("a checkpoint cannot be kept: " + e.getMessage(), e);
    }
  }

  private void start() {
    cluster = Cluster.of(workers);
    cluster.ask(workers, "replica RING " + workers);
  }

  /// Ends a worker without warning, in the middle of the next step.
  void doom(int rank) {
    doomed = OptionalInt.of(rank);
  }

  /// Writes the checkpoint. Every worker has all of it; the first one writes.
  void save() {
    cluster.ask(1, "save " + checkpoint.toAbsolutePath());
    kept = true;
  }

  /// Has all workers read it, if there is one.
  ///
  /// @return how many steps were done
  int load() {
    String command = "load " + checkpoint.toAbsolutePath();
    return kept ? (int) cluster.ask(workers, command).getFirst().counts()[0] : 0;
  }

  @Override
  public float take(int done) {
    news = "";
    float loss = stepOrRecover(done);
    if ((done + 1) % between == 0) {
      save();
    }
    return loss;
  }

  private float stepOrRecover(int done) {
    long start = System.nanoTime();
    try {
      return step(done);
    } catch (WorkerLost lost) {
      noticed = Duration.ofNanos(System.nanoTime() - start);
      cluster.close();
      start();
      int from = load();
      news =
          "step %d: %s; %d new workers go on from step %d%n"
              .formatted(done + 1, lost.getMessage(), workers, from);
      for (int again = from; again < done; again++) {
        step(again);
      }
      return step(done);
    }
  }

  private float step(int done) {
    OptionalInt dying = doomed;
    doomed = OptionalInt.empty();
    List<Reply> replies =
        cluster.ask(workers, rank -> dying.equals(OptionalInt.of(rank)) ? "halt" : "step " + done);
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
        Files.deleteIfExists(checkpoint);
        Files.delete(folder.get());
      } catch (IOException e) {
        throw new Refusal("the checkpoint stays where it is: " + e.getMessage(), e);
      }
    }
  }
}
