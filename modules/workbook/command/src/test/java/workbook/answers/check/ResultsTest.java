package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Tree;

@DisplayName("The line that closes mvn test")
class ResultsTest {

  @TempDir private Path folder;
  private Tree tree;

  @BeforeEach
  void write() throws IOException {
    Sample sample = Sample.in(folder);
    for (String topic : new String[] {"hello", "bye"}) {
      String place = "modules/greetings/" + topic + "/";
      sample.write(place + "pom.xml", "<project/>");
      sample.write(place + "README.md", "# " + topic);
      sample.write(
          place + "src/test/java/ATest.java",
          "@Exercise(id = \"%s/1\", title = \"a\", hints = \"a\")".formatted(topic));
    }
    tree = sample.tree();
  }

  private void run(String topic, State state) {
    new Results(Map.of(topic + "/1", state, topic + "/2", State.NOT_STARTED))
        .keep(tree.topic(topic));
  }

  @Test
  @DisplayName("adds up all topics, as soon as each has been run")
  void total() {
    run("hello", State.SOLVED);
    assertThat(Results.total(tree)).isEmpty();

    run("bye", State.FAILING);
    assertThat(Results.total(tree))
        .contains("Exercises: 1 solved, 1 attempted and failing, 2 not started.");
  }

  @Test
  @DisplayName("takes the last run of each")
  void last() {
    run("hello", State.FAILING);
    run("bye", State.SOLVED);
    run("hello", State.SOLVED);

    assertThat(Results.total(tree))
        .contains("Exercises: 2 solved, 0 attempted and failing, 2 not started.");
  }

  @Test
  @DisplayName("does not read what an older workbook has left, with a date above")
  void older() throws IOException {
    run("hello", State.SOLVED);
    run("bye", State.SOLVED);
    Path left = tree.topic("bye").folder().resolve("target/exercises");
    Files.writeString(left, "2026-01-01T00:00:00Z\n" + Files.readString(left));

    assertThat(Results.total(tree)).isEmpty();
  }
}
