package workbook.answers.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

@DisplayName("The headings of the topics' first pages")
class RepositoryHeadingsTest {

  /// Every page has these, in this order.
  private static final List<Heading> ALL =
      List.of(
          new Heading("Run it", "运行"),
          new Heading("The idea", "思路"),
          new Heading("What proves it", "依据"),
          new Heading("Predict, then run", "先猜，再运行"),
          new Heading("Exercises", "练习"),
          new Heading("Further reading", "延伸阅读"));

  /// What a topic has, if it has wrong code to begin with, or a source that errs.
  private static final Map<String, String> SOME =
      Map.of("The code, from wrong to right", "代码：从错到对", "Where the source is wrong", "原文有误之处");

  private record Heading(String english, String chinese) {}

  private static List<String> headings(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .toList();
  }

  @Test
  @DisplayName("are the same in every topic, in the same order, in both languages")
  void same() throws IOException {
    List<Topic> topics = Tree.around(Path.of("")).topics();
    assertThat(topics).isNotEmpty();
    for (Topic topic : topics) {
      List<String> english = headings(topic.folder().resolve("README.md"));
      List<String> chinese = headings(topic.folder().resolve("README.zh-CN.md"));
      assertThat(english)
          .as("headings of %s", topic.name())
          .containsSubsequence(ALL.stream().map(Heading::english).toList());
      assertThat(chinese)
          .as("Chinese headings of %s", topic.name())
          .containsSubsequence(ALL.stream().map(Heading::chinese).toList())
          .hasSameSizeAs(english);
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < english.size(); i++) {
        expected.add(SOME.getOrDefault(english.get(i), chinese.get(i)));
      }
      assertThat(chinese).as("Chinese headings of %s", topic.name()).isEqualTo(expected);
    }
  }
}
