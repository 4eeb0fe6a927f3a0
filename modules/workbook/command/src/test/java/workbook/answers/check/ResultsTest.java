package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Topic;
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

  private static Results results(String build, String topic, State state) {
    return new Results(build, Map.of(topic + "/1", state, topic + "/2", State.NOT_STARTED));
  }

  private Topic topic(String name) {
    return tree.topic(name);
  }

  @Test
  @DisplayName("comes once, after the last topic, and adds up all")
  void total() {
    results("1", "hello", State.SOLVED).keep(topic("hello"));
    assertThat(results("1", "hello", State.SOLVED).total(tree)).isEmpty();

    Results bye = results("1", "bye", State.FAILING);
    bye.keep(topic("bye"));
    assertThat(bye.total(tree))
        .contains("Exercises: 1 solved, 1 attempted and failing, 2 not started.");
    assertThat(bye.total(tree)).isEmpty();
  }

  @Test
  @DisplayName("counts nothing of an earlier build")
  void earlier() {
    results("1", "hello", State.SOLVED).keep(topic("hello"));
    Results bye = results("2", "bye", State.SOLVED);
    bye.keep(topic("bye"));

    assertThat(bye.total(tree)).isEmpty();
  }
}
