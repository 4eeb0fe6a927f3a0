package workbook.command.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.build.Classes;
import workbook.answers.check.Checker;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Tree;

@Tag("solutions")
@DisplayName("How an exercise stands")
class StandingTest {

  @TempDir private Path folder;
  private Shouting shouting;
  private Tree tree;

  @BeforeEach
  void write() throws IOException {
    shouting = new Shouting(folder);
    tree = shouting.sample().tree();
  }

  private Standing standing() {
    return standings().all().getFirst().standing();
  }

  private Standings standings() {
    return Standings.of(tree, tree.topics());
  }

  private State check(int number) {
    return new RememberingChecker(tree, new Classes(tree)).check(shouting.exercise(number)).state();
  }

  @Test
  @DisplayName("not started, not checked, failing, solved; by its verdict only while that holds")
  void standings_() throws IOException {
    assertThat(standing()).isEqualTo(Standing.NOT_STARTED);

    shouting.answer(Shouting.WRONG);
    assertThat(standing()).isEqualTo(Standing.UNCHECKED);
    assertThat(check(1)).isEqualTo(State.FAILING);
    assertThat(standing()).isEqualTo(Standing.FAILING);

    shouting.answer(Shouting.RIGHT);
    assertThat(standing()).isEqualTo(Standing.UNCHECKED);
    assertThat(check(1)).isEqualTo(State.SOLVED);
    assertThat(standing()).isEqualTo(Standing.SOLVED);

    shouting
        .sample()
        .replace(Shouting.TOPIC + "src/main/java/workbook/hello/Hello.java", "Hello, ", "Hi, ");
    assertThat(standing()).isEqualTo(Standing.UNCHECKED);
    assertThat(check(1)).isEqualTo(State.FAILING);
  }

  @Test
  @DisplayName("not started again, when the stub is back")
  void backToTheStub() throws IOException {
    String stub = shouting.sample().read(Shouting.TOPIC + Shouting.SHOUT);
    shouting.answer(Shouting.RIGHT);
    check(1);
    shouting.sample().write(Shouting.TOPIC + Shouting.SHOUT, stub);

    assertThat(standing()).isEqualTo(Standing.NOT_STARTED);
    assertThat(check(1)).isEqualTo(State.NOT_STARTED);
    assertThat(new Progress(tree).read()).isEmpty();
  }

  @Test
  @DisplayName(
      "next is what was begun, in the topic that was worked on last; nothing if all is solved")
  void next() throws IOException {
    assertThat(standings().next().orElseThrow().exercise().id()).isEqualTo("hello/1");
    shouting.answer(Shouting.RIGHT);
    check(1);
    assertThat(standings().next().orElseThrow().exercise().id()).isEqualTo("hello/2");
    shouting.answer(Shouting.WRONG);
    assertThat(standings().next().orElseThrow().exercise().id()).isEqualTo("hello/1");

    shouting.answer(Shouting.RIGHT);
    check(1);
    String whisper = "src/exercise/java/workbook/hello/Whisper.java";
    Files.copy(
        shouting.exercise(2).solution(),
        shouting.sample().path(Shouting.TOPIC + whisper),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    check(2);
    assertThat(standings().next()).isEmpty();
    assertThat(standings().solved()).isEqualTo(2);
  }

  @Test
  @DisplayName("an exercise stays one whatever is done to its file, and what to do is said")
  void mangled() throws IOException {
    shouting
        .sample()
        .write(Shouting.TOPIC + Shouting.SHOUT, "package workbook.hello; class Shouts {}");
    assertThat(standing()).isEqualTo(Standing.UNCHECKED);
    assertThat(new Checker(tree).check(shouting.exercise(1)).failures().getFirst().explanation())
        .endsWith("./workbook reset hello/1 brings the stub back");

    Files.delete(shouting.sample().path(Shouting.TOPIC + Shouting.SHOUT));
    assertThat(standings().all()).hasSize(2);
    assertThat(standing()).isEqualTo(Standing.UNCHECKED);
  }
}
