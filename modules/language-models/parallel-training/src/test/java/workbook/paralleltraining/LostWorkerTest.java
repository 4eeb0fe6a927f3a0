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
  @DisplayName("that is told to end keeps its checkpoint first, and leaves no worker")
  void told() throws IOException, InterruptedException {
    Path file = folder.resolve("checkpoint");
    Process training =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Train.class.getName(),
                "--steps",
                "1000",
                "--checkpoint",
                file.toString())
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
  @DisplayName("that is killed, and so could not tell its workers, leaves none behind")
  void orphans() throws IOException, InterruptedException {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Train.class.getName(),
                "--workers",
                "2",
                "--steps",
                "100000")
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
