package workbook.command.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.answers.Sample;
import workbook.answers.check.Verdict.State;
import workbook.command.progress.Entry.Judged;
import workbook.topictest.DefaultLocale;

@Tag("solutions")
@DisplayName("Progress")
class ProgressTest {

  private static final Entry SOLVED =
      new Entry(
          Optional.of(
              new Judged(
                  State.SOLVED, new Footprint(List.of("a/B.java", "a/C d.java"), "0a".repeat(32)))),
          2);

  @TempDir private Path folder;
  private Sample sample;
  private Progress progress;

  @BeforeEach
  void write() throws IOException {
    sample = Sample.in(folder);
    progress = new Progress(sample.tree());
  }

  private static String errorsOf(Runnable action) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("is nothing at first, and no file is made by looking")
  void nothing() {
    assertThat(progress.read()).isEmpty();
    assertThat(sample.path(".workbook")).doesNotExist();
  }

  @Test
  @DisplayName("is read as it was written, what changed last at the end")
  void roundTrip() {
    progress.update("hello/2", _ -> SOLVED);
    progress.update("hello/1", entry -> entry.withHints(1));
    progress.update("hello/2", entry -> entry.withHints(3));

    assertThat(new Progress(sample.tree()).read())
        .containsExactly(
            java.util.Map.entry("hello/1", new Entry(Optional.empty(), 1)),
            java.util.Map.entry("hello/2", new Entry(SOLVED.verdict(), 3)));
  }

  @Test
  @DisplayName("is read as it was written where digits are not 0 to 9")
  void digits() {
    try (DefaultLocale _ = DefaultLocale.of("ar-EG")) {
      progress.update("hello/1", _ -> new Entry(Optional.empty(), 1));
      progress.update("hello/2", _ -> SOLVED);
    }
    assertThat(new Progress(sample.tree()).read())
        .containsExactly(
            java.util.Map.entry("hello/1", new Entry(Optional.empty(), 1)),
            java.util.Map.entry("hello/2", SOLVED));
  }

  @Test
  @DisplayName("forgets what is to be forgotten")
  void forget() {
    progress.update("hello/1", _ -> SOLVED);
    progress.forget("hello/1");

    assertThat(progress.read()).isEmpty();
  }

  @ParameterizedTest(name = "''{0}''")
  @DisplayName("that cannot be read is set aside, with one line that says why")
  @ValueSource(
      strings = {
        "",
        "workbook progress 2, 0 exercises\n",
        "workbook progress 1, 2 exercises\nhello/1\t-\t1\n",
        "workbook progress 1, 1 exercises\nhello/1\tsolved\t1\n",
        "workbook progress 1, 1 exercises\nhello/1\tsolved\t1\t0a\ta/B.java\n",
        "workbook progress 1, 1 exercises\nhello/1\t-\t99999999999\n",
        "workbook progress 1, 1 exercises\n\0\0\0\0\n",
      })
  void unreadable(String text) throws IOException {
    sample.write(".workbook/progress", text);

    String errors = errorsOf(() -> progress.update("hello/2", _ -> SOLVED));

    assertThat(errors.lines())
        .singleElement()
        .asString()
        .startsWith("workbook: ")
        .contains(".workbook/progress is no progress file: ")
        .endsWith("It is kept as progress.unreadable, and progress begins anew.");
    assertThat(sample.read(".workbook/progress.unreadable")).isEqualTo(text);
    assertThat(progress.read()).containsOnlyKeys("hello/2");
  }

  @Test
  @DisplayName("that cannot be read again does not replace what was set aside before")
  void unreadableAgain() throws IOException {
    for (String text : List.of("one", "two")) {
      sample.write(".workbook/progress", text);
      errorsOf(() -> progress.read());
    }

    assertThat(sample.read(".workbook/progress.unreadable")).isEqualTo("one");
    assertThat(sample.read(".workbook/progress.unreadable-2")).isEqualTo("two");
  }

  @Test
  @DisplayName("is not lost when a process was killed while it wrote")
  void killed() throws IOException {
    progress.update("hello/1", _ -> SOLVED);
    sample.write(".workbook/progress.next", "workbook prog");

    progress.update("hello/2", _ -> SOLVED);

    assertThat(progress.read()).containsOnlyKeys("hello/1", "hello/2");
  }

  @Test
  @DisplayName("that cannot be kept is one line, and the command goes on")
  void readOnly() throws IOException {
    sample.write(".workbook", "a file where a folder is needed");
    List<Entry> entries = new ArrayList<>();

    String errors =
        errorsOf(() -> entries.add(progress.update("hello/1", entry -> entry.withHints(1))));

    assertThat(errors.lines()).singleElement().asString().contains("progress could not be kept");
    assertThat(entries).containsExactly(new Entry(Optional.empty(), 1));
  }

  @Test
  @DisplayName("of several threads and processes at once is that of all")
  void atOnce() throws Exception {
    int processes = 3;
    int each = 40;
    List<Process> others = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      others.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Counting.class.getName(),
                  folder.toRealPath().toString(),
                  Integer.toString(each))
              // This JVM's own output is where it tells Maven how the tests go.
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    Counting.main(folder.toRealPath().toString(), Integer.toString(each));
    for (Process other : others) {
      assertThat(other.waitFor()).isZero();
    }

    // Every step is one more than the last only if nobody wrote in between.
    assertThat(progress.of("hello/1").hints()).isEqualTo((processes + 1) * each);
    assertThat(Files.list(sample.path(".workbook")))
        .extracting(path -> path.getFileName().toString())
        .containsExactlyInAnyOrder("lock", "progress");
  }

  /// Takes a number of hints, from two threads.
  static final class Counting {

    static void main(String... arguments) throws InterruptedException {
      Progress progress = new Progress(workbook.answers.tree.Tree.around(Path.of(arguments[0])));
      Runnable half =
          () -> {
            for (int i = 0; i < Integer.parseInt(arguments[1]) / 2; i++) {
              progress.update("hello/1", entry -> entry.withHints(entry.hints() + 1));
            }
          };
      List<Thread> threads = List.of(new Thread(half), new Thread(half));
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
