package workbook.command.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import workbook.command.Repository;
import workbook.command.check.Verdict.State;
import workbook.command.tree.Topic;
import workbook.command.tree.Tree;

@Tag("solutions")
@DisplayName("The exercises of this workbook")
class RepositoryExercisesTest {

  private static final String SOLUTIONS = "src/solution/java";

  @TempDir private static Path folder;
  private static final Map<String, PlainJUnit> plain = new HashMap<>();

  private final Tree tree;
  private final Checker checker;

  RepositoryExercisesTest() throws InterruptedException {
    this.tree = Repository.tree();
    this.checker = new Checker(tree);
  }

  @TestFactory
  @DisplayName("are numbered from 1, have three hints, and three to six of them are in a topic")
  Stream<DynamicTest> complete() {
    return tree.topics().stream()
        .map(topic -> DynamicTest.dynamicTest(topic.name(), () -> assertComplete(topic)));
  }

  private static void assertComplete(Topic topic) {
    List<Stub> stubs = Stub.of(topic);
    assertThat(stubs).as("exercises of %s", topic.name()).hasSizeBetween(3, 6);
    assertThat(stubs)
        .extracting(Stub::id)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, stubs.size()).mapToObj(n -> topic.name() + "/" + n).toList());
    for (Stub stub : stubs) {
      assertThat(stub.hints()).as("hints of %s", stub.id()).hasSize(3);
      assertThat(WrongAnswer.to(stub)).as("wrong answers to %s", stub.id()).isNotEmpty();
      assertSameExercise(stub, solution(stub));
      WrongAnswer.to(stub).forEach(wrong -> assertSameExercise(stub, sameName(stub, wrong)));
    }
  }

  /// Whoever puts an answer in the stub's place has the exercise still.
  private static void assertSameExercise(Stub stub, Path answer) {
    assertThat(Stub.in(stub.topic(), answer))
        .as("the @Exercise of %s", answer)
        .extracting(Stub::id, Stub::title, Stub::hints)
        .containsExactly(tuple(stub.id(), stub.title(), stub.hints()));
  }

  @TestFactory
  @DisplayName("are not started as they stand, also for JUnit as Maven runs it")
  Stream<DynamicTest> notStarted() {
    return stubs()
        .map(stub ->
            DynamicTest.dynamicTest(
                stub.id(),
                () -> {
                  assertThat(checker.check(stub).state()).isEqualTo(State.NOT_STARTED);
                  assertThat(plain(stub.topic(), "src/exercise/java").state(stub))
                      .as("plain JUnit")
                      .isEqualTo(State.NOT_STARTED);
                }));
  }

  @TestFactory
  @DisplayName("are solved by the worked answer, also for JUnit as Maven runs it")
  Stream<DynamicTest> solved() {
    return stubs()
        .map(stub ->
            DynamicTest.dynamicTest(
                stub.id(),
                () -> {
                  Verdict verdict = checker.check(stub, List.of(solution(stub)), SOLUTIONS);
                  assertThat(verdict.failures()).as("failures of the worked answer").isEmpty();
                  assertThat(verdict.state()).isEqualTo(State.SOLVED);
                  assertThat(plain(stub.topic(), SOLUTIONS).state(stub))
                      .as("plain JUnit")
                      .isEqualTo(State.SOLVED);
                }));
  }

  @TestFactory
  @DisplayName("reject each wrong answer, with the message that it names, also for JUnit")
  Stream<DynamicTest> wrongAnswers() {
    return stubs()
        .flatMap(stub -> WrongAnswer.to(stub).stream())
        .map(wrong ->
            DynamicTest.dynamicTest(
                wrong.stub().topic().name() + "/" + wrong.name(), () -> assertRejected(wrong)));
  }

  private void assertRejected(WrongAnswer wrong) throws IOException, InterruptedException {
    Verdict verdict = checker.check(wrong.stub(), wrong.files(), SOLUTIONS);
    assertThat(verdict.state()).isEqualTo(State.FAILING);
    assertThat(wrong.isRejectedBy(verdict))
        .as("a failing test must say: %s%nbut they say: %s", wrong.message(), verdict.failures())
        .isTrue();
    assertThat(plain(wrong.stub().topic(), SOLUTIONS).state(wrong.stub(), wrong.files()))
        .as("plain JUnit")
        .isEqualTo(State.FAILING);
  }

  private static Path sameName(Stub stub, WrongAnswer wrong) {
    return wrong.files().stream()
        .filter(file -> file.getFileName().equals(stub.file().getFileName()))
        .findFirst()
        .orElseThrow();
  }

  private Stream<Stub> stubs() {
    return tree.topics().stream().flatMap(topic -> Stub.of(topic).stream());
  }

  /// Compiled once for all answers to a topic's exercises.
  private PlainJUnit plain(Topic topic, String exercises) throws IOException {
    String key = topic.name() + "-" + exercises.replace('/', '-');
    if (!plain.containsKey(key)) {
      plain.put(key, new PlainJUnit(tree, topic, exercises, folder.resolve(key)));
    }
    return plain.get(key);
  }

  private static Path solution(Stub stub) {
    Path exercises = stub.topic().folder().resolve("src/exercise/java");
    Path solution =
        stub.topic()
            .folder()
            .resolve("src/solution/java")
            .resolve(exercises.relativize(stub.file()));
    assertThat(Files.exists(solution)).as("worked answer to %s", stub.id()).isTrue();
    return solution;
  }
}
