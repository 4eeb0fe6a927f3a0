package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.kernels.FloatKernels;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("Answers from texts that were found")
class RetrievalTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("were recorded for each reader and each seed, once")
  void recorded() {
    assertThat(Retrieval.recorded())
        .extracting(outcome -> outcome.kind() + " " + outcome.seed())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Reader.Kind.values())
                .flatMap(kind ->
                    LongStream.rangeClosed(1, Retrieval.SEEDS).mapToObj(seed -> kind + " " + seed))
                .toList());
  }

  /// What would refute the page. 96 answers at 1/8 have a deviation of 0.034, so chance is up to
  /// 0.23.
  @Test
  @DisplayName("are right with the texts, at chance without them, and with those of others")
  void ability() {
    assertThat(Retrieval.recorded())
        .allSatisfy(outcome -> {
          assertThat(outcome.alone()).isBetween(.02, .23);
          assertThat(outcome.others()).isLessThan(.23);
          assertThat(outcome.found()).isGreaterThan(.8);
        });
  }

  @Test
  @DisplayName("follow an order in a text, unless the reader has learned that none counts")
  void orders() {
    assertThat(Retrieval.recorded())
        .allSatisfy(outcome -> {
          if (outcome.kind() == Reader.Kind.WARNED) {
            assertThat(outcome.obeyed()).isLessThan(.1);
            assertThat(outcome.planted()).isGreaterThan(.8);
          } else {
            assertThat(outcome.obeyed()).isGreaterThan(.2);
          }
        });
  }

  /// To the digit, on every machine.
  @Test
  @Tag("solutions")
  @DisplayName("come out again as they were recorded")
  void again() {
    Reader reader = new Reader(Reader.Kind.WARNED, Retrieval.STEPS, 1, FloatKernels.best());
    for (int step = 0; step < Retrieval.STEPS; step++) {
      reader.take(step);
    }
    String line = Answers.by(reader, Reader.Kind.WARNED, 1).line();
    assertThat(Retrieval.recorded()).extracting(Answers::line).contains(line);
  }

  @Test
  @DisplayName("are trained where the file lacks them, and stopped within a training")
  void resumed() throws IOException {
    Path file = folder.resolve("retrieval.csv");
    List<Answers> all = Retrieval.recorded();
    Files.writeString(file, lines(all));
    assertThat(
            Printed.by(new Retrieval(Training.stoppedAfter(0, false)), "--again", file.toString()))
        .isEqualTo(Printed.by(new Retrieval(Training.toTheEnd())));
    Files.writeString(file, lines(all.subList(1, all.size())));
    Printed stopped =
        Printed.by(new Retrieval(Training.stoppedAfter(0, false)), "--again", file.toString());
    assertThat(stopped.err()).isEmpty();
    assertThat(stopped.out()).contains("stopped after 0 of 700 steps\n");
    assertThat(Files.readString(file)).isEqualTo(lines(all.subList(1, all.size())));
  }

  private static String lines(List<Answers> outcomes) {
    return outcomes.stream().map(outcome -> outcome.line() + "\n").collect(Collectors.joining());
  }
}
