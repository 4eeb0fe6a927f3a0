package workbook.command.create;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The topic that every new one begins as. Its files are in this module's resources, and are what
/// they look like: a topic `new-topic` on a shelf `new-shelf`, whose names are replaced.
final class Template {

  private static final String FOLDER = "/workbook/command/new/";

  /// The notes are kept under other names, because a README.md in this repository is one of its
  /// pages.
  private static final Map<String, String> NOTES =
      Map.of("README.md", "notes.md", "README.zh-CN.md", "notes.zh-CN.md");

  private static final List<String> FILES =
      List.of(
          "pom.xml",
          "README.md",
          "README.zh-CN.md",
          "src/main/java/workbook/newtopic/NewTopic.java",
          "src/test/java/workbook/newtopic/NewTopicTest.java",
          "src/test/java/workbook/newtopic/PagesTest.java",
          "src/test/java/workbook/newtopic/ExamplesTest.java",
          "src/test/java/workbook/newtopic/ExercisesTest.java",
          "src/test/java/workbook/newtopic/SumOfOddsTest.java",
          "src/test/java/workbook/newtopic/SumOfRangeTest.java",
          "src/test/java/workbook/newtopic/LastOfSumTest.java",
          "src/exercise/java/workbook/newtopic/SumOfOdds.java",
          "src/exercise/java/workbook/newtopic/SumOfRange.java",
          "src/exercise/java/workbook/newtopic/LastOfSum.java",
          "src/solution/java/workbook/newtopic/SumOfOdds.java",
          "src/solution/java/workbook/newtopic/SumOfRange.java",
          "src/solution/java/workbook/newtopic/LastOfSum.java",
          "src/wrong/1/int-square.diff",
          "src/wrong/2/first-left-out.diff",
          "src/wrong/3/square-root.diff");

  private static final Set<String> USED = Set.of("PrintStream", "Parameters", "Example", "Printed");

  private Template() {}

  /// Whether a class of the template has this name, or needs another of this name.
  static boolean uses(String className) {
    return USED.contains(className)
        || FILES.stream().anyMatch(file -> file.endsWith("/" + className + ".java"));
  }

  /// The files of a new topic, by path in its folder.
  static Map<String, String> files(TopicName name) {
    Map<String, String> files = new TreeMap<>();
    for (String file : FILES) {
      files.put(filled(file, name), filled(read(NOTES.getOrDefault(file, file)), name));
    }
    return files;
  }

  /// The pom of a new shelf, on which the topic is the first.
  static String shelf(TopicName name) {
    return filled(read("shelf.xml"), name);
  }

  private static String filled(String text, TopicName name) {
    return text.replace("new-shelf", name.shelf())
        .replace("new-topic", name.topic())
        .replace("newtopic", name.joined())
        .replace("NewTopic", name.className())
        .replace("New topic", TopicName.title(name.topic()))
        .replace("New shelf", TopicName.title(name.shelf()));
  }

  private static String read(String file) {
    try (InputStream in = Template.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new FileNotFoundException(FOLDER + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
