package workbook.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import workbook.topictest.Peer;

/// A terminal with a shell in it, to type into and to look at: tmux, which draws what a learner
/// would see.
final class TmuxTerminal implements AutoCloseable {

  private static final Peer TMUX = new Peer("tmux", "apt-get install tmux");

  /// Between two looks. Nothing depends on it but how soon a test goes on.
  private static final Duration LOOK = Duration.ofMillis(50);

  private final String socket = "workbook-" + ProcessHandle.current().pid();
  private int commands;

  /// Opens one, 100 columns wide and 50 high.
  TmuxTerminal(Path folder) {
    tmux(
        "new-session",
        "-d",
        "-x",
        "100",
        "-y",
        "50",
        "-c",
        folder.toString(),
        "env LC_ALL=C.UTF-8 PS1='> ' bash --norc --noprofile");
  }

  /// Types a line into the shell, and waits until it has ended and the shell asks for the next.
  ///
  /// @return what it left on the screen
  String run(String command, Duration limit) {
    String done = "<%d done>".formatted(++commands);
    tmux("send-keys", "-l", "clear; " + command + "; echo \"<$((" + commands + ")) done>\"");
    press("Enter");
    String screen = waitFor(done + "\n>", limit);
    return screen.substring(0, screen.indexOf(done));
  }

  /// Types a line into the shell.
  void start(String command) {
    tmux("send-keys", "-l", "clear; " + command);
    press("Enter");
  }

  /// Presses a key, by tmux's name for it.
  void press(String key) {
    tmux("send-keys", key);
  }

  /// Looks at the screen until it shows a text.
  ///
  /// @return the screen
  String waitFor(String text, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    while (true) {
      String screen = screen();
      if (screen.contains(text)) {
        return screen;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(
            "after %d s the screen does not show '%s':%n%s"
                .formatted(limit.toSeconds(), text, screen));
      }
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  String screen() {
    // -J joins the lines that the terminal itself has broken.
    return tmux("capture-pane", "-p", "-J");
  }

  private String tmux(String... arguments) {
    List<String> all = new ArrayList<>(List.of("-L", socket, "-f", "/dev/null"));
    all.addAll(List.of(arguments));
    return TMUX.run("", all.toArray(String[]::new));
  }

  @Override
  public void close() {
    tmux("kill-server");
  }
}
