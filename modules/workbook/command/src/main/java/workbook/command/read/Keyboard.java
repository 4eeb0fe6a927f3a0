package workbook.command.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/// The keys of the terminal, each as it is pressed and without its echo. The terminal is left as it
/// was found, also when the program is interrupted: JLine sees to that when the JVM ends.
public final class Keyboard implements AutoCloseable {

  /// What is told when the terminal is gone.
  public static final char GONE = '\uffff';

  /// How long closing may have to wait for the thread that reads.
  private static final long WAIT_MILLIS = 100;

  private final Terminal terminal;
  private final Attributes keyByKey;
  private final Thread reading;
  private volatile boolean closed;

  private Keyboard(Terminal terminal, Consumer<Character> listener) {
    this.terminal = terminal;
    this.reading = Thread.ofPlatform().daemon().name("keys").unstarted(() -> listen(listener));
    // JLine's raw mode takes more away: Ctrl-C and Ctrl-Z have to go on working.
    this.keyByKey = new Attributes(terminal.getAttributes());
    keyByKey.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO), false);
    keyByKey.setControlChar(ControlChar.VMIN, 1);
    keyByKey.setControlChar(ControlChar.VTIME, 0);
  }

  /// Begins to listen.
  ///
  /// @param resumed called when the terminal is given back after another program had it
  /// @throws IOException if there is no terminal that JLine knows how to handle
  /// @throws IllegalStateException if JLine found no way to handle any
  public static Keyboard open(Consumer<Character> listener, Runnable resumed) throws IOException {
    // To find out whether it joins grapheme clusters JLine would query the terminal, for a second.
    Terminal terminal = TerminalBuilder.builder().dumb(false).graphemeCluster(false).build();
    Keyboard keyboard = new Keyboard(terminal, listener);
    terminal.setAttributes(keyboard.keyByKey);
    terminal.handle(
        Signal.CONT,
        _ -> {
          terminal.setAttributes(keyboard.keyByKey);
          resumed.run();
        });
    keyboard.reading.start();
    return keyboard;
  }

  private void listen(Consumer<Character> listener) {
    try {
      NonBlockingReader reader = terminal.reader();
      while (!closed) {
        int key = reader.read(WAIT_MILLIS);
        if (key >= 0) {
          listener.accept((char) key);
        } else if (key != NonBlockingReader.READ_EXPIRED) {
          listener.accept(GONE);
          return;
        }
      }
    } catch (IOException _) {
      // Hung up: nobody presses keys any more.
      listener.accept(GONE);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      // While JLine reads it sets the terminal its own way, and would after it was set back too.
      reading.join();
      // Which brings back what it found.
      terminal.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the terminal is given back", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
