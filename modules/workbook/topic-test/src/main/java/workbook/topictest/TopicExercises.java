package workbook.topictest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workbook.answers.check.Checker;
import workbook.answers.check.Verdict;
import workbook.answers.check.Verdict.State;
import workbook.answers.check.WrongAnswer;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// That a topic's exercises are complete, and that `./workbook check` says of them what `mvn test`
/// says: a stub is not started, the worked answer solves, each wrong answer fails with the message
/// that it names. To be inherited in a line:
///
/// ```java
/// class ExercisesTest extends TopicExercises {}
/// ```
@Tag("solutions")
@DisplayName("The exercises of this topic")
public abstract class TopicExercises {

  private static final String SOLUTIONS = "src/solution/java";

  private final Tree tree = Tree.around(Path.of(""));
  private final Topic topic = new Topic(Path.of("").toAbsolutePath());
  private final List<Exercise> exercises = Exercise.of(topic);
  private final Checker checker = new Checker(tree);

  @Test
  @DisplayName("are numbered from 1; there are three to six, each with hints and wrong answers")
  void complete() {
    assertThat(exercises).as("exercises of %s", topic.name()).hasSizeBetween(3, 6);
    assertThat(exercises)
        .extracting(Exercise::id)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, exercises.size())
                .mapToObj(n -> topic.name() + "/" + n)
                .toList());
    for (Exercise exercise : exercises) {
      assertThat(exercise.hints()).as("hints of %s", exercise.id()).hasSize(3);
      assertThat(exercise.chinese())
          .as("Chinese of %s", exercise.id())
          .isNotEqualTo(exercise.english());
      assertThat(exercise.chinese().hints()).as("Chinese hints of %s", exercise.id()).hasSize(3);
      assertThat(Files.exists(exercise.solution())).as(exercise.solution().toString()).isTrue();
      assertThat(WrongAnswer.to(exercise)).as("wrong answers to %s", exercise.id()).isNotEmpty();
    }
  }

  @TestFactory
  @DisplayName("are not started as they stand")
  Stream<DynamicTest> notStarted() {
    return exercises.stream()
        .map(exercise ->
            DynamicTest.dynamicTest(
                exercise.id(),
                () -> assertThat(checker.check(exercise).state()).isEqualTo(State.NOT_STARTED)));
  }

  @TestFactory
  @DisplayName("are solved by the worked answer")
  Stream<DynamicTest> solved() {
    return exercises.stream()
        .map(exercise ->
            DynamicTest.dynamicTest(
                exercise.id(),
                () -> {
                  Verdict verdict =
                      checker.check(exercise, List.of(exercise.solution()), SOLUTIONS);
                  assertThat(verdict.failures()).as("failures of the worked answer").isEmpty();
                  assertThat(verdict.state()).isEqualTo(State.SOLVED);
                }));
  }

  @TestFactory
  @DisplayName("reject each wrong answer, with the message that it names")
  Stream<DynamicTest> wrongAnswers() {
    return exercises.stream()
        .flatMap(exercise -> WrongAnswer.to(exercise).stream())
        .map(wrong -> DynamicTest.dynamicTest(wrong.name(), () -> assertRejected(wrong)));
  }

  private void assertRejected(WrongAnswer wrong) {
    Verdict verdict = checker.check(wrong.exercise(), wrong.files(), SOLUTIONS);
    assertThat(verdict.state()).isEqualTo(State.FAILING);
    assertThat(wrong.isRejectedBy(verdict))
        .as("the learner must be told: %s%nand is told: %s", wrong.message(), verdict.failures())
        .isTrue();
  }
}
