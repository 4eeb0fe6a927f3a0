package workbook.isolationlevels.ask;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workbook.engine.EngineException;
import workbook.isolationlevels.ask.Pieces.Piece;
import workbook.isolationlevels.run.OwnLevels;
import workbook.isolationlevels.spec.TextFile;

/// A file of SQL statements with `;` between them.
///
/// A line `-- bind x` gives the first value that the statement below it reads the name `x`, and
/// `${x}` stands for that value further down.
///
/// @param bindings for each name, the statement that reads its value
public record Script(String file, List<Statement> statements, Map<String, Statement> bindings) {

  private static final Pattern BIND = Pattern.compile("--\\s*bind\\b(.*)");
  private static final Pattern NAME = Pattern.compile("\\$\\{([^}]*)}");

  /// A statement without the comments around it.
  ///
  /// @param line where it begins, from 1
  public record Statement(String file, int line, String sql) {

    private static final Pattern BEGIN =
        Pattern.compile("(?is)(?:BEGIN|START\\s+TRANSACTION)\\b.*");
    private static final Pattern END =
        Pattern.compile("(?is)(?:COMMIT|END|ABORT|ROLLBACK(?!\\s+(?:WORK\\s+)?TO\\b))\\b.*");
    private static final Pattern READ = Pattern.compile("(?is)SELECT\\b.*\\bFROM\\b.*");
    private static final Pattern LOCK =
        Pattern.compile(
            "(?is).*\\b(?:FOR\\s+(?:NO\\s+KEY\\s+)?UPDATE|FOR\\s+(?:KEY\\s+)?SHARE|IN\\s+SHARE\\s+MODE)\\b.*");

    boolean begins() {
      return BEGIN.matcher(sql).matches();
    }

    boolean ends() {
      return END.matcher(sql).matches();
    }

    /// Whether it says at which level its transaction runs.
    boolean setsLevel() {
      return !OwnLevels.setBy(sql).isEmpty();
    }

    /// Whether it reads without a lock.
    boolean isPlainRead() {
      return READ.matcher(sql).matches() && !LOCK.matcher(sql).matches();
    }

    /// `withdraw.sql:2`.
    public String place() {
      return file + ":" + line;
    }

    EngineException refused(String reason) {
      return new EngineException("%s: %s".formatted(place(), reason));
    }
  }

  /// Reads a file.
  ///
  /// @param backslashes whether a backslash in a string escapes what follows, as on MySQL
  /// @throws EngineException if it is not there, or is no such script
  public static Script read(Path file, boolean backslashes) {
    return parse(file.toString(), TextFile.read(file), backslashes);
  }

  /// Reads a text.
  ///
  /// @param file its name, for messages
  public static Script parse(String file, String text, boolean backslashes) {
    List<Statement> statements = new ArrayList<>();
    Map<String, Statement> bindings = new LinkedHashMap<>();
    List<Piece> names = new ArrayList<>();
    for (Piece piece : new Pieces(file, text, backslashes).cut()) {
      if (piece.isComment()) {
        if (BIND.matcher(piece.text()).matches()) {
          names.add(piece);
        }
        continue;
      }
      Statement statement = new Statement(file, piece.line(), piece.text());
      checkNames(statement, bindings);
      names.forEach(name -> bindings.put(name(file, name), statement));
      names.clear();
      statements.add(statement);
    }
    if (!names.isEmpty()) {
      throw new EngineException(
          "%s:%d: no statement follows '%s'"
              .formatted(file, names.getFirst().line(), names.getFirst().text()));
    }
    if (statements.isEmpty()) {
      throw new EngineException("%s:1: there is no statement in this file".formatted(file));
    }
    return new Script(file, List.copyOf(statements), bindings);
  }

  private static String name(String file, Piece comment) {
    Matcher bind = BIND.matcher(comment.text());
    if (!bind.matches() || !bind.group(1).strip().matches("\\w+")) {
      throw new EngineException(
          "%s:%d: expected '-- bind name', found '%s'"
              .formatted(file, comment.line(), comment.text()));
    }
    return bind.group(1).strip();
  }

  private static void checkNames(Statement statement, Map<String, Statement> bindings) {
    Matcher names = NAME.matcher(statement.sql());
    while (names.find()) {
      if (!bindings.containsKey(names.group(1))) {
        throw statement.refused(
            "nothing above it is bound to %s; a line '-- bind %s' above a SELECT binds its first value"
                .formatted(names.group(), names.group(1)));
      }
    }
  }
}
