package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Jvm;

@Tag("solutions")
@DisplayName("A training")
class LostWorkerTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("says so when a worker hangs, after ten silent seconds")
  void silent() throws IOException, InterruptedException {
    try (Cluster cluster = Cluster.of(2)) {
      cluster.ask(2, "replica RING 2");
      long pid = cluster.handles().get(1).pid();
      assertThat(new ProcessBuilder("kill", "-STOP", "" + pid).start().waitFor()).isZero();
      long start = System.nanoTime();
      assertThatThrownBy(() -> cluster.ask(2, "step 0"))
          .isInstanceOf(WorkerLost.class)
          .hasMessage("worker 1 has been silent for 10 seconds");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  @DisplayName("goes on from its checkpoint to the bits of one that was never interrupted")
  void resumed() {
    Path file = folder.resolve("checkpoint");
    float whole = 0;
    try (ElasticTraining training = new ElasticTraining(2, 2, Optional.empty(), false)) {
      for (int done = 0; done < 6; done++) {
        whole = training.take(done);
      }
    }
    try (ElasticTraining training = new ElasticTraining(2, 2, Optional.of(file), false)) {
      for (int done = 0; done < 4; done++) {
        training.take(done);
      }
    }
    float resumed = 0;
    try (ElasticTraining training = new ElasticTraining(2, 2, Optional.of(file), true)) {
      int from = training.load();
      assertThat(from).isEqualTo(4);
      training.doom(0);
      for (int done = from; done < 6; done++) {
        resumed = training.take(done);
      }
      assertThat(training.noticed()).isPositive().isLessThan(Duration.ofSeconds(5));
    }
    assertThat(resumed).isEqualTo(whole);
  }

  @Test
  @DisplayName("goes on when workers are lost while it makes up for others, and says of each")
  void lostAgain() {
    float whole = 0;
    try (ElasticTraining training = new ElasticTraining(2, 2, Optional.empty(), false)) {
      for (int done = 0; done < 4; done++) {
        whole = training.take(done);
      }
    }
    float survived = 0;
    try (ElasticTraining training = new ElasticTraining(2, 10, Optional.empty(), false)) {
      for (int done = 0; done < 4; done++) {
        if (done == 3) {
          training.doom(1);
          training.doom(0);
        }
        survived = training.take(done);
      }
      assertThat(training.news(4))
          .isEqualTo(
              "step 4: worker 1 has gone; 2 new workers go on from step 0\n"
                  + "step 4: worker 0 has gone; 2 new workers go on from step 0\n");
    }
    assertThat(survived).isEqualTo(whole);
  }

  @Test
  @DisplayName("gives up, in a line, where workers are lost again and again")
  void lostForEver() {
    try (ElasticTraining training = new ElasticTraining(1, 10, Optional.empty(), false)) {
      for (int i = 0; i < 4; i++) {
        training.doom(0);
      }
      assertThatThrownBy(() -> training.take(0))
          .isInstanceOf(WorkerLost.class)
          .hasMessage("worker 0 has gone");
    }
  }

  @Test
  @DisplayName("has its checkpoint although the worker that writes it is lost before")
  void lostWriter() {
    Path file = folder.resolve("checkpoint");
    try (ElasticTraining training = new ElasticTraining(2, 10, Optional.of(file), false)) {
      training.take(0);
      training.take(1);
      ProcessHandle writer = training.handles().getFirst();
      writer.destroyForcibly();
      assertThat(writer.onExit()).succeedsWithin(Duration.ofSeconds(10));
      training.save();
    }
    try (ElasticTraining training = new ElasticTraining(2, 10, Optional.of(file), true)) {
      assertThat(training.load()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("that is told to end keeps its checkpoint first, and leaves no worker")
  void told() throws IOException, InterruptedException {
    Path file = folder.resolve("checkpoint");
    Process training =
        Jvm.of(Train.class, "--steps", "1000", "--checkpoint", file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = training.inputReader()) {
      assertThat(out.readLine()).startsWith("2 workers, ");
      List<ProcessHandle> workers = training.toHandle().children().toList();
      assertThat(out.readLine()).startsWith("step 50 of 1000 ");
      training.toHandle().destroy();
      assertThat(out.lines().toList()).anyMatch(line -> line.matches("stopped after .* steps"));
      training.waitFor();
      for (ProcessHandle worker : workers) {
        assertThat(worker.onExit()).succeedsWithin(Duration.ofSeconds(10));
      }
    } finally {
      training.destroyForcibly();
    }
    assertThat(Files.size(file)).isPositive();
  }

  @Test
  @DisplayName("is told which worker does not start, by something that can be survived")
  void early() {
    String path = System.getProperty("java.class.path");
    try {
      System.setProperty("java.class.path", folder.toString());
      assertThatThrownBy(() -> Cluster.of(1))
          .isInstanceOf(WorkerLost.class)
          .hasMessage("worker 0 has gone before all had started, with status 1");
    } finally {
      System.setProperty("java.class.path", path);
    }
  }

  @Test
  @DisplayName("makes no folder for a checkpoint that is not due: cut short, it would stay behind")
  void noFolder() throws IOException, InterruptedException {
    Process training =
        Jvm.with(
                List.of("-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + folder.resolve("none")),
                Train.class,
                "--workers",
                "1",
                "--steps",
                "1")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out = training.inputReader()) {
      assertThat(out.lines().toList()).noneMatch(line -> line.startsWith("parallel-training/"));
      assertThat(training.waitFor()).isZero();
    }
  }

  @Test
  @DisplayName("that is killed, and so could not tell its workers, leaves none behind")
  void orphans() throws IOException, InterruptedException {
    Process parent =
        Jvm.of(Train.class, "--workers", "2", "--steps", "100000")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = parent.inputReader()) {
      assertThat(out.readLine()).startsWith("2 workers, ");
      List<ProcessHandle> children = parent.toHandle().children().toList();
      assertThat(children).hasSize(2);
      parent.destroyForcibly().waitFor();
      for (ProcessHandle child : children) {
        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
      }
    } finally {
      parent.destroyForcibly();
    }
  }
}
