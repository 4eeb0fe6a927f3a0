package workbook.command.read;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/// What a learner reads on.
///
/// @param width its columns
/// @param height its rows; [#ENDLESS] where nothing scrolls away
/// @param colour whether it shows colours
/// @param language the reader's
public record Screen(int width, int height, boolean colour, Language language) {

  /// The height of a file, or of what another program reads.
  public static final int ENDLESS = Integer.MAX_VALUE;

  /// Narrower than this a table of code is no longer one.
  public static final int NARROWEST = 40;

  private static final int USUAL = 80;
  private static final Pattern SIZE = Pattern.compile("(\\d{1,4}) ([1-9]\\d{0,3})");

  /// Rows and columns of a terminal.
  record Size(int rows, int columns) {}

  /// An endless screen for readers of English.
  public Screen(int width, boolean colour) {
    this(width, ENDLESS, colour, Language.ENGLISH);
  }

  /// The screen that this process prints on.
  public static Screen ofThisProcess(Language language) {
    Optional<Size> terminal = terminal();
    return new Screen(
        columns(System.getenv(), terminal.map(Size::columns)),
        terminal.map(Size::rows).filter(rows -> rows > 0).orElse(ENDLESS),
        Ansi.AUTO.enabled(),
        language);
  }

  /// Whether someone reads at a terminal, and can be shown page after page.
  public boolean isTerminal() {
    return height != ENDLESS;
  }

  /// How many columns to use: what the reader has set, else what the terminal has, else the usual.
  ///
  /// @param terminal the terminal's columns; empty if the output goes elsewhere
  static int columns(Map<String, String> environment, Optional<Integer> terminal) {
    String set = environment.getOrDefault("COLUMNS", "");
    int columns = set.matches("[1-9]\\d{0,3}") ? Integer.parseInt(set) : terminal.orElse(USUAL);
    return Math.max(columns, NARROWEST);
  }

  private static Optional<Size> terminal() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return Optional.empty();
    }
    // Opening the terminal through JLine would take a second, and send it queries, for two numbers.
    ProcessBuilder stty = new ProcessBuilder("stty", "size").redirectInput(Redirect.INHERIT);
    try (InputStream size = stty.start().getInputStream()) {
      return size(new String(size.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException _) {
      // There is no such program, as on Windows.
      return Optional.empty();
    }
  }

  /// The size in `24 80`, as stty prints it. A terminal that does not know says `0 0`.
  static Optional<Size> size(String rowsAndColumns) {
    Matcher matcher = SIZE.matcher(rowsAndColumns.strip());
    return matcher.matches()
        ? Optional.of(
            new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
