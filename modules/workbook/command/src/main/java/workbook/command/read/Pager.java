package workbook.command.read;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Shows a text page after page where someone reads it at a terminal, and all at once elsewhere.
///
/// @param chosen the command that the reader has set as a pager; null if none is
public record Pager(Screen screen, String chosen) {

  private static final List<String> LESS = List.of("less", "-R");

  /// Shows a text, of lines that each have an end. What fits the screen needs no pages.
  public void show(String text) throws IOException, InterruptedException {
    if (!screen.isTerminal() || text.lines().count() < screen.height()) {
      System.out.print(text);
      System.out.flush();
      return;
    }
    boolean isSet = chosen != null && !chosen.isBlank();
    try {
      through(isSet ? List.of("sh", "-c", chosen) : LESS, text);
    } catch (IOException _) {
      // There is no such program, as on Windows.
      byPages(text);
    }
  }

  /// @throws IOException if the program cannot be started
  private static void through(List<String> pager, String text)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(pager).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
    builder.environment().put("LESSCHARSET", "utf-8");
    Process process = builder.start();
    // Ctrl-C reaches both, and means a search that takes too long: the pager ends first.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.onExit().join()));
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // The reader has seen enough.
    }
    process.waitFor();
  }

  private void byPages(String text) throws InterruptedException {
    BlockingQueue<Character> keys = new LinkedBlockingQueue<>();
    try (Keyboard _ = Keyboard.open(keys::add, () -> {})) {
      List<String> lines = text.lines().toList();
      int page = screen.height() - 1;
      for (int from = 0; from < lines.size(); from += page) {
        int to = Math.min(lines.size(), from + page);
        lines.subList(from, to).forEach(System.out::println);
        if (to < lines.size() && !wantsMore(keys)) {
          return;
        }
      }
    } catch (IOException | IllegalStateException _) {
      // No key can be read here, so there are no pages to turn.
      System.out.print(text);
    }
    System.out.flush();
  }

  private boolean wantsMore(BlockingQueue<Character> keys) throws InterruptedException {
    String question = screen.language().say("more: space · end: q", "下一页：空格 · 结束：q");
    System.out.print(question);
    System.out.flush();
    char key = keys.take();
    // The next page takes the question's place.
    System.out.print("\r\033[K");
    return key != 'q' && key != Keyboard.GONE;
  }
}
