package workbook.isolationlevels.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Level;
import workbook.isolationlevels.verdict.Anomaly;

/// What was declared of an engine in its file: every cell of its matrix, and what its manual says.
///
/// @param manual where the manual says it
public record Declaration(
    Matrix matrix, String manual, Map<Anomaly, Map<Level, Promise>> promises, List<Note> notes) {

  /// A sentence on a cell.
  public record Note(Anomaly anomaly, Level level, String text) {}

  /// The declaration of an engine.
  public static Declaration of(Engine engine) {
    String file = engine.name() + ".matrix";
    try (InputStream in = Declaration.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new EngineException(
            "no matrix of %s is known; explore and timeline run one specification there"
                .formatted(engine.title()));
      }
      return parse(engine, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Declaration parse(Engine engine, String text) {
    String manual = "";
    List<Level> levels = List.of();
    Map<Anomaly, Map<Level, Cell>> cells = new EnumMap<>(Anomaly.class);
    Map<Anomaly, Map<Level, Promise>> promises = new EnumMap<>(Anomaly.class);
    List<Note> notes = new ArrayList<>();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      List<String> words = List.of(line.split(" +"));
      switch (words.getFirst()) {
        case "manual" -> manual = words.get(1);
        case "levels" -> levels = words.stream().skip(1).map(Level::of).toList();
        case "note" ->
            notes.add(
                new Note(
                    Anomaly.of(words.get(1)).orElseThrow(),
                    Level.of(words.get(2)),
                    line.split(" +", 4)[3]));
        default -> {
          Anomaly anomaly = Anomaly.of(words.getFirst()).orElseThrow();
          int bar = words.indexOf("|");
          Map<Level, Cell> row = new EnumMap<>(Level.class);
          Map<Level, Promise> said = new EnumMap<>(Level.class);
          for (int i = 0; i < levels.size(); i++) {
            row.put(levels.get(i), cell(words.get(1 + i)));
            said.put(levels.get(i), Promise.of(words.get(bar + 1 + i)));
          }
          cells.put(anomaly, row);
          promises.put(anomaly, said);
        }
      }
    }
    return new Declaration(new Matrix(engine, "", levels, cells), manual, promises, notes);
  }

  private static Cell cell(String word) {
    return new Cell(word.replace("~", ""), !word.endsWith("~"));
  }

  /// What the manual says of a cell.
  public Promise promise(Anomaly anomaly, Level level) {
    return promises.getOrDefault(anomaly, Map.of()).getOrDefault(level, Promise.UNSAID);
  }

  /// Where a measured matrix is not the declared one, a line each.
  public List<String> differences(Matrix measured) {
    return Stream.of(Anomaly.values())
        .flatMap(anomaly ->
            measured.levels().stream()
                .filter(level -> !measured.cell(anomaly, level).equals(matrix.cell(anomaly, level)))
                .map(level ->
                    "%s at %s: declared %s, measured %s"
                        .formatted(
                            anomaly.option(),
                            level.option(),
                            shown(matrix, anomaly, level),
                            shown(measured, anomaly, level))))
        .toList();
  }

  private static String shown(Matrix matrix, Anomaly anomaly, Level level) {
    return matrix.cell(anomaly, level).map(Cell::toString).orElse("nothing");
  }
}
