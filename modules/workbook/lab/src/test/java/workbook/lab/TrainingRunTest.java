package workbook.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("A training run")
class TrainingRunTest {

  @TempDir private Path folder;

  private final List<String> calls = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private boolean whole;

  private float step(int done) {
    calls.add("step " + done);
    return 10 - done;
  }

  private void save(Path file) throws IOException {
    calls.add("save");
    Files.writeString(file, "weights");
  }

  private String run(int stopAfter, int steps, Path file) {
    return run(stopAfter, 0, steps, file);
  }

  private String run(int stopAfter, int from, int steps, Path file) {
    whole =
        new TrainingRun(false, () -> 0, () -> calls.contains("step " + (stopAfter - 1)))
            .run(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                this::step,
                this::save,
                from,
                steps,
                1,
                Optional.ofNullable(file),
                2);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  @DisplayName("takes its steps, and keeps what was learned in between and at the end")
  void whole() {
    Path file = folder.resolve("weights");
    String out = run(99, 3, file);
    assertThat(calls).containsExactly("step 0", "step 1", "save", "step 2", "save");
    assertThat(out)
        .contains("step 3 of 3  loss 8.0000")
        .endsWith("\nthe weights are in %s\n\n".formatted(file));
  }

  @Test
  @DisplayName("says after a step what there is to say, once that step is kept")
  void news() {
    TrainingRun.Step step =
        new TrainingRun.Step() {
          @Override
          public float take(int done) {
            return step(done);
          }

          @Override
          public String news(int done) {
            calls.add("news " + done);
            return done == 2 ? "half way\n" : "";
          }
        };
    new TrainingRun(false, () -> 0, () -> false)
        .run(
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            step,
            this::save,
            0,
            3,
            1,
            Optional.of(folder.resolve("weights")),
            2);
    assertThat(calls)
        .containsExactly(
            "step 0", "news 1", "step 1", "save", "news 2", "step 2", "news 3", "save");
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .containsPattern("step 2 of 3 .*\nhalf way\nstep 3 of 3 ");
  }

  @Test
  @DisplayName("that is stopped says after how many steps, and keeps what was learned")
  void stopped() {
    String out = run(1, 3, folder.resolve("weights"));
    assertThat(calls).containsExactly("step 0", "save");
    assertThat(out).contains("\nstopped after 1 of 3 steps\nthe weights are in ");
    assertThat(whole).isFalse();
  }

  @Test
  @DisplayName("goes on after the steps that were taken before")
  void resumed() {
    assertThat(run(99, 1, 3, folder.resolve("weights"))).contains("step 3 of 3 ");
    assertThatThrownBy(() -> run(99, 4, 3, null))
        .isInstanceOf(Refusal.class)
        .hasMessage("4 steps are done already, and 3 were to be");
    assertThat(calls).containsExactly("step 1", "save", "step 2", "save");
    assertThat(whole).isTrue();
  }

  @Test
  @DisplayName("without a file keeps nothing")
  void nothingKept() {
    assertThat(run(99, 2, null)).doesNotContain("weights");
    assertThat(calls).containsExactly("step 0", "step 1");
  }

  @Test
  @DisplayName("says which file cannot be written")
  void unwritable() {
    Path file = folder.resolve("no/such");
    assertThatThrownBy(() -> run(99, 2, file))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(file + " cannot be written: ");
  }

  @Test
  @DisplayName("takes a checkpoint file only where one can be written")
  void option() {
    assertThat(new CheckpointOption().file()).isEmpty();
    Path file = folder.resolve("new");
    assertThat(parsed(file).file()).contains(file);
    for (Path wrong : List.of(folder, folder.resolve("no/such"))) {
      assertThatThrownBy(() -> parsed(wrong).file())
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "--checkpoint must name a file in a folder that can be written to, and was '%s'"
                  .formatted(wrong));
    }
  }

  @Test
  @DisplayName("never replaces unasked what was kept before")
  void kept() throws IOException {
    Path file = Files.writeString(folder.resolve("kept"), "weights");
    String name = file.toString();
    refused(
        name + " is there already: --resume goes on from it, --overwrite begins anew",
        "--checkpoint",
        name);
    assertThat(parsed("--checkpoint", name, "--resume").resumes()).isTrue();
    assertThat(parsed("--checkpoint", name, "--resume").file()).contains(file);
    assertThat(parsed("--checkpoint", name, "--overwrite").file()).contains(file);
    assertThat(parsed("--checkpoint", name, "--overwrite").resumes()).isFalse();
    Files.delete(file);
    refused("there is no " + name + " to go on from", "--checkpoint", name, "--resume");
    refused("--resume needs a --checkpoint FILE", "--resume");
    refused("--overwrite needs a --checkpoint FILE", "--overwrite");
    refused(
        "--resume goes on, --overwrite begins anew: one of them",
        "--checkpoint",
        name,
        "--resume",
        "--overwrite");
  }

  private static void refused(String reason, String... arguments) {
    CheckpointOption option = parsed(arguments);
    assertThatThrownBy(option::file)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  private static CheckpointOption parsed(Path file) {
    return parsed("--checkpoint", file.toString());
  }

  private static CheckpointOption parsed(String... arguments) {
    return CommandLine.populateCommand(new CheckpointOption(), arguments);
  }
}
