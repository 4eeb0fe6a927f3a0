package workbook.command.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.answers.Sample;
import workbook.answers.UserError;
import workbook.answers.build.Classes;
import workbook.answers.build.Javac;
import workbook.answers.check.Checker;
import workbook.answers.check.Verdict;
import workbook.answers.check.WrongAnswer;
import workbook.answers.pages.NotesCheck;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;
import workbook.command.Executed;

@Tag("solutions")
@DisplayName("./workbook new")
class NewTopicTest {

  private static final String POM =
      """
      <project>
        <modules>
          <module>modules/workbook/command</module>
          <module>modules/greetings</module>
        </modules>
      </project>
      """;
  private static final String SHELF =
      """
      <project>
        <modules>
          <module>hello</module>
        </modules>
      </project>
      """;

  @TempDir private Path folder;
  private Sample sample;

  @BeforeEach
  void write() throws IOException {
    sample = Sample.in(folder);
    sample.write("pom.xml", POM);
    sample.write("modules/greetings/pom.xml", SHELF);
  }

  private Topic made(String name) throws IOException {
    assertThat(Executed.in(folder, "new", name).errors()).isEmpty();
    // What the Maven build would write.
    for (String pom : List.of("pom.xml", "modules/greetings/pom.xml")) {
      sample.write(pom, sample.read(pom));
    }
    String classPath = "modules/" + name + "/target/class-path/";
    sample.write(classPath + "runtime", System.getProperty("java.class.path"));
    sample.write(classPath + "test", System.getProperty("java.class.path"));
    return sample.tree().topic(name.substring(name.indexOf('/') + 1));
  }

  @Test
  @DisplayName("makes notes that say what is so, in both languages, and both tables lead to them")
  void notes() throws IOException {
    Topic topic = made("greetings/two-pointers");

    assertThat(NotesCheck.problems(sample.tree())).isEmpty();
    assertThat(Files.readString(topic.folder().resolve("README.md")))
        .startsWith("# Two pointers\n");
    assertThat(sample.read("modules/greetings/pom.xml"))
        .isEqualTo(
            SHELF.replace(
                "hello</module>\n", "hello</module>\n    <module>two-pointers</module>\n"));
    assertThat(sample.read("pom.xml")).isEqualTo(POM);
    assertThat(topic.description()).isEqualTo("1 + 2 + ... + n in one step");
  }

  @Test
  @DisplayName(
      "makes exercises: not started, solved by the worked answers, rejecting the wrong ones")
  void exercises() throws IOException {
    Topic topic = made("greetings/two-pointers");
    Checker checker = new Checker(sample.tree());
    List<Exercise> stubs = Exercise.of(topic);

    assertThat(stubs)
        .extracting(Exercise::id)
        .containsExactly("two-pointers/1", "two-pointers/2", "two-pointers/3");
    for (Exercise stub : stubs) {
      Path solution =
          Path.of(stub.file().toString().replace("src/exercise/java", "src/solution/java"));
      List<WrongAnswer> wrongAnswers = WrongAnswer.to(stub);

      assertThat(stub.hints()).as("hints of %s", stub.id()).hasSize(3);
      assertThat(stub.chinese().hints()).as("in Chinese").hasSize(3).isNotEqualTo(stub.hints());
      assertThat(checker.check(stub).state()).isEqualTo(Verdict.State.NOT_STARTED);
      assertThat(checker.check(stub, List.of(solution), "src/solution/java").state())
          .isEqualTo(Verdict.State.SOLVED);
      assertThat(wrongAnswers).as("wrong answers to %s", stub.id()).isNotEmpty();
      for (WrongAnswer wrong : wrongAnswers) {
        Verdict verdict = checker.check(stub, wrong.files(), "src/solution/java");
        assertThat(wrong.isRejectedBy(verdict)).as("%s: %s", wrong.name(), verdict).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("makes Java that compiles and is formatted, however long its name is")
  @ValueSource(strings = {"x", "two-pointers", "abcdefghijklmno-qrstuvwxyz1234"})
  void java(String name) throws IOException, FormatterException {
    Topic topic = made("greetings/" + name);
    for (Path file : Topic.javaFiles(topic.folder()).toList()) {
      String source = Files.readString(file);
      assertThat(source).as(file.toString()).isEqualTo(new Formatter().formatSource(source));
    }
    if (name.length() < TopicName.LONGEST) {
      return;
    }
    List<Path> classPath = new Classes(sample.tree()).dependencies(topic.folder(), "test");
    for (String answers : List.of("exercise", "solution")) {
      List<Path> files =
          Stream.of("main", "test", answers)
              .flatMap(part -> Topic.javaFiles(topic.folder().resolve("src/" + part + "/java")))
              .toList();
      assertThat(Javac.compile(files, classPath, List.of(), List.of()).report()).isEmpty();
    }
  }

  @Test
  @DisplayName("leaves nothing of the template's own names")
  void names() throws IOException {
    Topic topic = made("greetings/two-pointers");
    try (Stream<Path> paths = Files.walk(topic.folder().resolve("src"))) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        assertThat(path + Files.readString(path))
            .doesNotContainIgnoringCase("new-topic", "newtopic");
      }
    }
    for (String file : List.of("pom.xml", "README.md", "README.zh-CN.md")) {
      assertThat(Files.readString(topic.folder().resolve(file)))
          .doesNotContainIgnoringCase("new-topic", "newtopic", "new-shelf");
    }
  }

  @Test
  @DisplayName("changes one line in each of this workbook's own lists")
  void repository() throws IOException {
    Path root = Tree.around(Path.of("")).root();
    List<String> lists = List.of("modules/patterns/pom.xml", "README.md", "README.zh-CN.md");
    for (String file : lists) {
      sample.write(file, Files.readString(root.resolve(file)));
    }
    made("patterns/visitor");

    for (String file : lists) {
      List<String> before = Files.readAllLines(root.resolve(file));
      List<String> after = Files.readAllLines(sample.path(file));
      assertThat(after).as(file).hasSize(before.size() + 1).containsSubsequence(before);
      assertThat(after).as(file).filteredOn(line -> line.contains("visitor")).hasSize(1);
    }
  }

  @Test
  @DisplayName("says what it made and what to do next")
  void next() throws IOException {
    Executed executed = Executed.in(folder, "new", "letters/alphabet", "--new-shelf");

    assertThat(executed.status()).isZero();
    assertThat(executed.output())
        .startsWith(
            "Made modules/letters/alphabet, and listed it in modules/letters/pom.xml and in both"
                + " READMEs.\n")
        .contains("  mvn test -pl :alphabet -am\n");
    assertThat(sample.path("modules/letters/alphabet/pom.xml"))
        .content()
        .contains("<artifactId>letters</artifactId>");
    assertThat(sample.path("modules/letters/pom.xml"))
        .content()
        .contains("<description>Letters</description>", "<module>alphabet</module>");
    assertThat(sample.read("pom.xml"))
        .isEqualTo(
            POM.replace(
                "greetings</module>\n",
                "greetings</module>\n    <module>modules/letters</module>\n"));
    assertThat(sample.tree().topics()).extracting(Topic::name).containsExactly("hello", "alphabet");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("refuses what cannot be made, with one line and status 2, and changes nothing")
  @CsvSource({
    "greetings/Hi, '''Hi'' is no name of a topic: it takes lower-case words that begin with a"
        + " letter and have two or more, the last one or more, with hyphens between them, as in"
        + " two-pointers'",
    "greetings/hello, '''hello'' is taken: there is modules/greetings/hello'",
    "greetings/he-llo, '''he-llo'' is taken: there is modules/greetings/hello'",
    "greetings/peer, '''peer'' is taken: there is modules/workbook/peer'",
    "greetings/work-book, '''work-book'' is taken by the workbook itself'",
    "greetings/sum-of-odds, 'no new topic can be called ''sum-of-odds'': what it begins as has a"
        + " class SumOfOdds of its own'",
    "greetings/print-stream, 'no new topic can be called ''print-stream'': what it begins as has a"
        + " class PrintStream of its own'",
    "letters/alphabet, 'there is no shelf ''letters''. There are greetings; --new-shelf makes"
        + " another'",
    "workbook/alphabet, modules/workbook holds the workbook's own tools and no topics",
  })
  void refused(String name, String message) throws IOException {
    sample.write("modules/workbook/peer/pom.xml", "<project/>");
    Map<String, String> before = contents();

    assertThat(Executed.in(folder, "new", name))
        .isEqualTo(new Executed(2, "", "workbook: " + message + "\n"));
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  @DisplayName("leaves nothing half made where a file cannot be written")
  void nothingHalfMade() throws IOException {
    Map<String, String> before = contents();
    Path list = sample.path("pom.xml");
    // The last one has a file where it needs a folder.
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(sample.path("modules/letters/alphabet/pom.xml"), "<project/>");
    files.put(list, "changed");
    files.put(list.resolve("no-folder"), "");

    assertThatThrownBy(() ->
            new Writing(sample.path("modules/letters/alphabet"), Map.of(list, POM)).write(files))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("nothing was made: ")
        .hasMessageContaining("pom.xml");
    assertThat(contents()).isEqualTo(before);
    assertThat(sample.path("modules/letters")).doesNotExist();
  }

  @Test
  @DisplayName("needs a table of topics and a list of modules")
  void noLists() throws IOException {
    Files.delete(sample.path("README.zh-CN.md"));
    Map<String, String> before = contents();

    assertThat(Executed.in(folder, "new", "greetings/bye").status()).isEqualTo(2);
    assertThat(contents()).isEqualTo(before);
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(path).toString(), Files.readString(path));
      }
    }
    return contents;
  }
}
