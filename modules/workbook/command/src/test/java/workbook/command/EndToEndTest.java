package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.tree.Tree;
import workbook.topictest.Peer;

/// The command as a learner meets it: in a fresh clone, at a real terminal, with a real editor.
@Tag("peers")
@DisplayName("At a terminal")
class EndToEndTest {

  private static final Peer GIT = new Peer("git", "apt-get install git");
  private static final Peer VIM = new Peer("vim", "apt-get install vim");

  private static final Duration BUILD = Duration.ofMinutes(10);
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private static final String TOPIC = "modules/algorithms/climbing-stairs/";
  private static final String FILE = "java/workbook/climbingstairs/BrokenSteps.java";
  private static final String READY = "q quit";

  @TempDir private Path folder;
  private Path clone;
  private TmuxTerminal terminal;

  @BeforeEach
  void open() throws IOException {
    clone = folder.resolve("clone");
    copyTo(clone);
    git("init", "--quiet");
    git("add", "--all");
    git("-c", "user.name=n", "-c", "user.email=e", "commit", "--quiet", "--message=Given");
    terminal = new TmuxTerminal(clone);
  }

  @AfterEach
  void close() {
    terminal.close();
  }

  /// What is under version control, as it stands now: a clone would leave out what is not
  /// committed.
  private static void copyTo(Path clone) throws IOException {
    Path root = Tree.around(Path.of("")).root();
    String files =
        GIT.run(
            "",
            "-C",
            root.toString(),
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
            "-z");
    for (String file : files.split("\0")) {
      if (Files.exists(root.resolve(file))) {
        Path copy = clone.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(root.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private String git(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of("-C", clone.toString()));
    all.addAll(List.of(arguments));
    return GIT.run("", all.toArray(String[]::new));
  }

  private void vim(String command) {
    // What vim does by itself: the file is renamed to a backup, and a new one takes its name.
    VIM.run(
        "",
        "-u",
        "NONE",
        "-N",
        "-es",
        "+set writebackup backupcopy=no",
        "+" + command,
        "+wq",
        clone.resolve(TOPIC + "src/exercise/" + FILE).toString());
  }

  @Test
  @DisplayName("a learner lists, runs, watches, errs, asks, solves, goes on, and comes back later")
  void evening() throws IOException {
    assertThat(terminal.run("./workbook list", BUILD))
        .containsPattern("climbing-stairs +In how many");
    // The number of ways to climb 46 steps is the Fibonacci number F(47): OEIS A000045.
    assertThat(terminal.run("./workbook run climbing-stairs 46", BUILD)).contains("2971215073");
    String before = terminal.run("stty -g", LIMIT);

    terminal.start("./workbook watch climbing-stairs");
    assertThat(terminal.waitFor(READY, BUILD))
        .contains("climbing-stairs/1  Some steps are broken", "Not started.")
        .contains(TOPIC + "src/exercise/" + FILE);

    vim("%s/return Todo.*/return 1;/");
    assertThat(terminal.waitFor(" tests passed.", LIMIT))
        .contains(
            "✗ the first step may be the broken one",
            "ways(1) with [1] broken: expected 0 but was 1");

    terminal.press("h");
    assertThat(terminal.waitFor("Hint 1 of 3.", LIMIT)).contains("1. How many ways are there to");
    terminal.press("l");
    terminal.waitFor("> ◧ climbing-stairs/1", LIMIT);

    Path next = clone.resolve(TOPIC + "src/exercise/" + FILE + ".next");
    Files.copy(clone.resolve(TOPIC + "src/solution/" + FILE), next);
    Files.move(next, clone.resolve(TOPIC + "src/exercise/" + FILE), StandardCopyOption.ATOMIC_MOVE);
    terminal.waitFor("✓ climbing-stairs/1  Some steps are broken", LIMIT);
    assertThat(terminal.waitFor(READY, LIMIT))
        .contains("Solved: all ")
        .contains("climbing-stairs/2  Each step costs something", "Not started.");
    terminal.press("q");
    terminal.waitFor(READY + "\n>", LIMIT);
    assertThat(terminal.run("stty -g", LIMIT)).as("the terminal's settings").isEqualTo(before);

    assertThat(terminal.run("./workbook", LIMIT))
        .containsPattern("climbing-stairs +■□□□□□ +1/6")
        .contains("Next: climbing-stairs/2, Each step costs something. ./workbook watch");
    terminal.start("./workbook watch climbing-stairs");
    assertThat(terminal.waitFor(READY, LIMIT)).contains("climbing-stairs/2").doesNotContain("✓");
    terminal.press("C-c");
    terminal.waitFor("> ", LIMIT);
    assertThat(terminal.run("stty -g", LIMIT)).as("the terminal's settings").isEqualTo(before);

    assertThat(terminal.run("./workbook hint climbing-stairs/1", LIMIT)).contains("Hint 2 of 3.");
    assertThat(terminal.run("./workbook solution climbing-stairs/1", LIMIT))
        .contains("Yours is the worked answer");
    terminal.start("./workbook reset climbing-stairs/1");
    terminal.waitFor("[y/N]", LIMIT);
    terminal.press("y");
    terminal.press("Enter");
    terminal.waitFor("The stub is back", LIMIT);
    assertThat(git("status", "--porcelain")).as("what differs from what was given").isEmpty();
    assertThat(terminal.run("./workbook", LIMIT)).containsPattern("climbing-stairs +□□□□□□ +0/6");
  }
}
