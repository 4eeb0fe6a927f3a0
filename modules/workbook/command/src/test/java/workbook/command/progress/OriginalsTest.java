package workbook.command.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.UserError;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;

@Tag("solutions")
@DisplayName("The stub as it was given")
class OriginalsTest {

  @TempDir private Path folder;
  private Shouting shouting;
  private String given;

  @BeforeEach
  void write() throws IOException {
    shouting = new Shouting(folder);
    given = stub();
  }

  private String stub() throws IOException {
    return shouting.sample().read(Shouting.TOPIC + Shouting.SHOUT);
  }

  private String original() {
    return new Originals(shouting.sample().tree()).of(shouting.exercise(1));
  }

  private void see() {
    Standings.of(shouting.sample().tree(), shouting.sample().tree().topics());
  }

  @Test
  @DisplayName("of every exercise of this workbook is the stub as it stands")
  void repository() {
    Tree tree = Tree.around(Path.of(""));
    assumeTrue(Files.exists(tree.root().resolve(".git")), "this is no clone");
    assertThat(tree.topics().stream().flatMap(topic -> Exercise.of(topic).stream()))
        .allSatisfy(exercise ->
            assertThat(new Originals(tree).of(exercise))
                .as(exercise.id())
                .isEqualTo(Files.readString(exercise.file())));
  }

  @Nested
  @DisplayName("in a clone")
  class InAClone {

    @BeforeEach
    void commitAll() throws Exception {
      git("init", "--quiet");
      commit("Given");
    }

    private void git(String... arguments) throws Exception {
      List<String> command =
          new ArrayList<>(
              List.of("git", "-c", "user.name=n", "-c", "user.email=e", "-c", "gc.auto=0"));
      command.addAll(List.of(arguments));
      // This JVM's own output is where it tells Maven how the tests go.
      Process git =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertThat(git.waitFor()).as("%s", command).isZero();
    }

    private void commit(String message) throws Exception {
      git("add", "--all");
      git("commit", "--quiet", "--message=" + message);
    }

    @Test
    @DisplayName("comes from git, also when answers were committed, half ones among them")
    void committed() throws Exception {
      shouting.answer("int half = 1; return workbook.exercise.Todo.todo(\"hello/1\");");
      commit("Half");
      shouting.answer(Shouting.RIGHT);
      commit("Mine");
      shouting.answer(Shouting.WRONG);

      assertThat(original()).isEqualTo(given);
      assertThat(shouting.sample().path(".workbook/stubs")).doesNotExist();
    }

    @Test
    @DisplayName("is the newer one, when it came with a newer worked answer")
    void newer() throws Exception {
      String newer = given.replace("Hello does", "Hello still does");
      shouting.sample().write(Shouting.TOPIC + Shouting.SHOUT, newer);
      shouting
          .sample()
          .replace(
              Shouting.TOPIC + "src/solution/java/workbook/hello/Shout.java",
              "Hello does",
              "Hello still does");
      commit("Given anew");
      shouting.answer(Shouting.RIGHT);
      commit("Mine");

      assertThat(original()).isEqualTo(newer);
    }

    @Test
    @DisplayName("is found behind a commit that changed both the answer and the worked one")
    void bothChanged() throws Exception {
      shouting.answer(Shouting.RIGHT);
      shouting
          .sample()
          .replace(
              Shouting.TOPIC + "src/solution/java/workbook/hello/Shout.java", "Why", "Because");
      commit("Mine, and a better comment");

      assertThat(original()).isEqualTo(given);
    }
  }

  @Nested
  @DisplayName("in no clone")
  class InNoClone {

    @Test
    @DisplayName("is kept when it is first seen, and not again")
    void kept() throws IOException {
      see();
      shouting.answer("int half = 1; return workbook.exercise.Todo.todo(\"hello/1\");");
      see();
      shouting.answer(Shouting.RIGHT);
      see();

      assertThat(original()).isEqualTo(given);
    }

    @Test
    @DisplayName("is unknown, where the answer was there first; that is said")
    void unknown() throws IOException {
      shouting.answer(Shouting.RIGHT);
      see();

      assertThatThrownBy(() -> original())
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("the stub of hello/1 as it was given is not known")
          .hasMessageEndingWith(Shouting.TOPIC + Shouting.SHOUT + " from there");
    }
  }
}
