package workbook.postgresqlsetup;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong, by what it is known, and what helps.
///
/// @param evidence a line of the log without its time, or what was seen in the folder
record Diagnosis(Trouble trouble, String evidence) {

  /// The time and the process, as the default `log_line_prefix` has them, and the severity.
  private static final Pattern PREFIX =
      Pattern.compile("^.*?[-0-9]+ [:.0-9]+ \\S+ \\[\\d+\\] (?:\\S+ )?([A-Z]+):  ");

  private static final Pattern GRAVE =
      Pattern.compile("(?:FATAL|PANIC):|^(?:initdb|pg_ctl|postgres|setpriv): ");

  /// What the output of a command, or the log of a server, says. The cause often stands some lines
  /// above the line that is `FATAL`.
  static Optional<Diagnosis> of(List<String> lines) {
    for (Trouble trouble : Trouble.values()) {
      for (int i = 0; i < lines.size(); i++) {
        if (trouble.isIn(lines.get(i))) {
          return Optional.of(new Diagnosis(trouble, evidence(trouble, lines, i)));
        }
      }
    }
    return Optional.empty();
  }

  /// That a file of rules is broken is said at its end, and why above it, in two lines.
  private static String evidence(Trouble trouble, List<String> lines, int at) {
    if (trouble == Trouble.BROKEN_RULES) {
      for (int i = 0; i + 1 < at; i++) {
        Matcher place = Pattern.compile("CONTEXT:  line (\\d+) of").matcher(lines.get(i + 1));
        if (place.find()) {
          return "%s in line %s of pg_hba.conf".formatted(message(lines.get(i)), place.group(1));
        }
      }
    }
    return message(lines.get(at));
  }

  /// The line that says most of a failure: the last that is grave, or the last of all.
  static Optional<String> worst(List<String> lines) {
    return lines.reversed().stream()
        .filter(line -> GRAVE.matcher(line).find())
        .findFirst()
        .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
        .map(Diagnosis::message);
  }

  /// Whether a line is one of a log, with time, process and severity.
  static boolean isOfLog(String line) {
    return PREFIX.matcher(line).find();
  }

  /// A line of a log without time, process and severity.
  static String message(String line) {
    String message = PREFIX.matcher(line).replaceFirst("");
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  @Override
  public String toString() {
    return "%s: %s. Remedy: %s".formatted(trouble, evidence, trouble.remedy());
  }
}
