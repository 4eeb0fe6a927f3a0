package workbook.command.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.build.Classes;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;
import workbook.command.progress.RememberingChecker;
import workbook.command.progress.Shouting;
import workbook.command.read.Language;
import workbook.command.read.Screen;

@Tag("solutions")
@DisplayName("Under ./workbook watch")
class WatchTest {

  @TempDir private Path folder;
  private final Output output = new Output();
  private Shouting shouting;
  private Watch watch;
  private CompletableFuture<Void> watching;

  @BeforeEach
  void write() throws IOException {
    shouting = new Shouting(folder);
  }

  private void start() {
    start(Optional.empty(), Screen.ENDLESS);
  }

  private void start(Optional<Exercise> first, int height) {
    Tree tree = shouting.sample().tree();
    Course course = new Course(tree, List.of(tree.topic("hello")), first);
    View view =
        new View(
            output.stream(),
            () -> new Screen(120, height, false, Language.ENGLISH),
            tree.root(),
            true);
    watch = new Watch(tree, new RememberingChecker(tree, new Classes(tree)), course, view, false);
    watching =
        CompletableFuture.runAsync(
            () -> {
              try {
                watch.run();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            task -> Thread.ofPlatform().daemon().start(task));
  }

  private void press(char key) {
    watch.post(new Event.Key(key));
  }

  @AfterEach
  void quit() throws Exception {
    press('q');
    watching.get(30, TimeUnit.SECONDS);
  }

  /// What is printed, to wait for.
  private static final class Output extends ByteArrayOutputStream {

    PrintStream stream() {
      return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      notifyAll();
    }

    /// Waits until all of a screen is there.
    ///
    /// @return what was printed since this was last called
    synchronized String screen(String awaited) throws InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (!text().contains(awaited)
          || !text().substring(text().indexOf(awaited)).contains("q quit\n")) {
        long left = deadline - System.nanoTime();
        assertThat(left).as("'%s' is not printed, but%n%s", awaited, text()).isPositive();
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      String text = text();
      reset();
      return text;
    }

    private String text() {
      return toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  @DisplayName("every save gets its verdict; what is solved leads on to the next, and to the end")
  void saves() throws Exception {
    start();
    assertThat(output.screen("hello/1  Shout it")).contains("Not started.");

    shouting.answer(Shouting.WRONG);
    assertThat(output.screen("0 of 1 tests passed."))
        .contains("\033[H\033[2Jhello/1  Shout it")
        .contains("greeting(you)", "HELLO, YOU!", "Hello, you!");

    shouting.answer(Shouting.RIGHT);
    assertThat(output.screen("✓ hello/1"))
        .contains("./workbook solution hello/1", "hello/2  Whisper it", "Not started.")
        .containsOnlyOnce("\033[H\033[2J");

    Files.copy(
        shouting.exercise(2).solution(),
        shouting.exercise(2).file(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(output.screen("✓ hello/2")).contains("All 2 exercises here are solved.");
  }

  @Test
  @DisplayName("the exercise that is saved is the one that is checked")
  void another() throws Exception {
    start();
    output.screen("Not started.");
    String whisper = Shouting.TOPIC + "src/exercise/java/workbook/hello/Whisper.java";
    shouting.sample().replace(whisper, "workbook.exercise.Todo.todo(\"hello/2\")", "name");

    assertThat(output.screen("hello/2  Whisper it")).contains("0 of 1 tests passed.");
    press('l');
    assertThat(output.screen("hello/1")).contains("  □ hello/1  Shout it\n> ◧ hello/2  Whisper it");
  }

  @Test
  @DisplayName("a change of what the answer uses is checked too")
  void example() throws Exception {
    shouting.answer(Shouting.WRONG);
    start();
    output.screen("0 of 1");
    shouting
        .sample()
        .replace(
            Shouting.TOPIC + "src/main/java/workbook/hello/Hello.java",
            "\"Hello, \" + name + \"!\"",
            "\"HELLO, YOU!\"");

    output.screen("✓ hello/1");
  }

  @Test
  @DisplayName("it begins with the exercise that is named; one whose file is deleted is told of")
  void named() throws Exception {
    start(Optional.of(shouting.exercise(2)), Screen.ENDLESS);
    output.screen("hello/2  Whisper it");
    Files.delete(shouting.exercise(1).file());
    Files.delete(shouting.exercise(2).file());
    assertThat(output.screen("Whisper.java is gone. ./workbook reset hello/2"))
        .doesNotContain("hello/1");
  }

  @Test
  @DisplayName("in a small window the first failure stays, and the line that counts")
  void smallWindow() throws Exception {
    shouting.answer("throw new IllegalStateException(\"a\\nb\\nc\\nd\\ne\\nf\\ng\\nh\");");
    start(Optional.empty(), 12);
    String screen = output.screen("0 of 1 tests passed.");
    assertThat(screen)
        .contains("✗ greets()", "the answer threw IllegalStateException: a")
        .containsPattern("… and \\d+ more lines: ./workbook check hello/1\n0 of 1 tests passed.");
    // One row is the cursor's.
    String last = screen.substring(screen.lastIndexOf("\033[2J"));
    assertThat(last.lines().count()).as(last).isLessThan(12);
  }

  @Test
  @DisplayName("keys give hints, the next exercise, the list, and run all")
  void keys() throws Exception {
    shouting.answer(Shouting.WRONG);
    start();
    output.screen("0 of 1");
    press('h');
    assertThat(output.screen("Hint 1 of 3."))
        .contains("1. one", "One more: h")
        .doesNotContain("./workbook hint");
    press('H');
    assertThat(output.screen("Hint 2 of 3.")).contains("2. two and a half");
    press('x');
    press('n');
    assertThat(output.screen("hello/2  Whisper it")).contains("Not started.");
    press('n');
    assertThat(output.screen("hello/1  Shout it")).contains("0 of 1 tests passed.");
    press('a');
    assertThat(output.screen("of 2 are solved."))
        .contains("hello/1  0 of 1 tests passed.\n\n0 of 2 are solved.")
        .doesNotContain("hello/2");
  }

  @Test
  @DisplayName("what does not compile, or is no exercise any more, is told; then all goes on")
  void broken() throws Exception {
    start();
    output.screen("Not started.");
    shouting.answer("return 1");
    assertThat(output.screen("';' expected")).contains("No test could run.");
    String right =
        shouting.sample().read(Shouting.TOPIC + "src/solution/java/workbook/hello/Shout.java");
    shouting.sample().write(Shouting.TOPIC + Shouting.SHOUT, "package workbook.hello;");
    output.screen("declares no Shout");
    shouting.sample().write(Shouting.TOPIC + Shouting.SHOUT, right);
    output.screen("✓ hello/1");
  }

  @Test
  @DisplayName("a key is answered while an answer runs and does not end")
  void endless() throws Exception {
    shouting.answer("while (true) { if (name.isEmpty()) return name; }");
    start();
    press('l');
    assertThat(output.screen("> ◧ hello/1")).doesNotContain("tests passed");
  }

  @Test
  @DisplayName("it begins with what is not solved, and says if all is")
  void begin() throws Exception {
    shouting.answer(Shouting.RIGHT);
    start();
    output.screen("hello/2  Whisper it");
    press('q');
    watching.get(30, TimeUnit.SECONDS);

    start();
    assertThat(output.screen("hello/2  Whisper it")).doesNotContain("hello/1");
    Files.copy(
        shouting.exercise(2).solution(),
        shouting.exercise(2).file(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    output.screen("All 2 exercises here are solved.");
    press('q');
    watching.get(30, TimeUnit.SECONDS);

    start();
    assertThat(output.screen("All 2 exercises here are solved.")).doesNotContain("✓");
    shouting.answer(Shouting.WRONG);
    output.screen("0 of 1 tests passed.");
  }
}
