package workbook.isolationlevels.matrix;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.engine.Level;
import workbook.isolationlevels.matrix.Declaration.Note;
import workbook.isolationlevels.verdict.Anomaly;

/// A matrix for a terminal of 80 columns.
public final class MatrixText {

  static final Map<Level, String> SHORT =
      Map.of(
          Level.READ_UNCOMMITTED, "RU",
          Level.READ_COMMITTED, "RC",
          Level.REPEATABLE_READ, "RR",
          Level.SNAPSHOT, "SNAP",
          Level.SERIALIZABLE, "SER");

  private MatrixText() {}

  /// The matrix, and under it what its signs mean, as far as they occur.
  public static String of(Matrix matrix, Declaration declaration) {
    StringBuilder text = new StringBuilder();
    text.append("%-20s".formatted(matrix.engine().title() + " " + matrix.version()));
    for (Level level : matrix.levels()) {
      boolean isDefault = level == matrix.engine().defaultLevel();
      text.append(" %-11s".formatted(SHORT.get(level) + (isDefault ? "*" : "")));
    }
    text.append('\n');
    for (Anomaly anomaly : Anomaly.values()) {
      text.append("%-20s".formatted(anomaly.title()));
      for (Level level : matrix.levels()) {
        text.append(cell(matrix, declaration, anomaly, level));
      }
      text.append('\n');
    }
    return (text + "\n" + legend(matrix, declaration)).replaceAll("(?m) +$", "");
  }

  private static String cell(Matrix matrix, Declaration declaration, Anomaly anomaly, Level level) {
    Cell cell = matrix.cell(anomaly, level).orElseThrow();
    Promise promise = declaration.promise(anomaly, level);
    return " %-9s%c%c"
        .formatted(cell.occurs() ? cell.word() : cell, promise.letter(), promise.difference(cell));
  }

  private static String legend(Matrix matrix, Declaration declaration) {
    StringBuilder legend = new StringBuilder();
    legend.append(
        matrix.levels().stream()
            .map(level -> SHORT.get(level) + " " + level.sql().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", "", "\n")));
    legend.append("* the default   ~ prevented, but no serial order explains the whole run\n");
    codes(matrix)
        .forEach(
            (code, meaning) -> legend.append("%s: one was ended, %s\n".formatted(code, meaning)));
    legend
        .append("The manual: n never, m may happen, - not said; + better than it says, ! worse\n  ")
        .append(declaration.manual())
        .append('\n');
    for (Note note : declaration.notes()) {
      if (matrix.levels().contains(note.level())) {
        legend.append(
            "%s, %s: %s\n".formatted(note.anomaly().title(), SHORT.get(note.level()), note.text()));
      }
    }
    return legend.toString().lines().map(MatrixText::wrapped).collect(Collectors.joining());
  }

  /// The codes of a matrix, and what they mean on that engine.
  static SortedMap<String, String> codes(Matrix matrix) {
    SortedMap<String, String> codes = new TreeMap<>();
    Stream.of(Anomaly.values())
        .flatMap(anomaly -> matrix.levels().stream().flatMap(l -> matrix.cell(anomaly, l).stream()))
        .map(Cell::word)
        .filter(word -> Character.isDigit(word.charAt(0)))
        .forEach(code -> codes.put(code, meaning(code)));
    return codes;
  }

  private static String meaning(String code) {
    return switch (code) {
      case "1213", "40P01" -> "deadlock";
      case "1020", "40001" -> "update conflict (serialization failure)";
      default -> "see the manual";
    };
  }

  private static String wrapped(String line) {
    StringBuilder wrapped = new StringBuilder();
    int width = 0;
    for (String word : line.split("(?<=\\S) (?=\\S)")) {
      if (width > 0 && width + 1 + word.length() > 80) {
        wrapped.append("\n  ");
        width = 2;
      } else if (width > 0) {
        wrapped.append(' ');
        width++;
      }
      wrapped.append(word);
      width += word.length();
    }
    return wrapped.append('\n').toString();
  }
}
