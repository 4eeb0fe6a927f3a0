package workbook.command.read;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/// What notes are shown on.
///
/// @param width its columns
/// @param colour whether it shows colours
public record Screen(int width, boolean colour) {

  /// Narrower than this a table of code is no longer one.
  public static final int NARROWEST = 40;

  private static final int USUAL = 80;
  private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,3})");

  /// The screen that this process prints on.
  public static Screen ofThisProcess() {
    return new Screen(columns(System.getenv(), terminalColumns()), Ansi.AUTO.enabled());
  }

  /// How many columns to use: what the reader has set, else what the terminal has, else the usual.
  ///
  /// @param terminal the terminal's columns; empty if the output goes elsewhere
  static int columns(Map<String, String> environment, OptionalInt terminal) {
    String set = environment.getOrDefault("COLUMNS", "");
    int columns = set.matches("[1-9]\\d{0,3}") ? Integer.parseInt(set) : terminal.orElse(USUAL);
    return Math.max(columns, NARROWEST);
  }

  private static OptionalInt terminalColumns() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return OptionalInt.empty();
    }
    // Opening the terminal through JLine would take a second, and send it queries, for one number.
    ProcessBuilder stty = new ProcessBuilder("stty", "size").redirectInput(Redirect.INHERIT);
    try (InputStream size = stty.start().getInputStream()) {
      return columns(new String(size.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException _) {
      // There is no such program, as on Windows.
      return OptionalInt.empty();
    }
  }

  /// The columns in `24 80`, as stty prints it. A terminal that does not know says `0 0`.
  static OptionalInt columns(String rowsAndColumns) {
    Matcher matcher = SIZE.matcher(rowsAndColumns.strip());
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
