package workbook.answers.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands behind an exception: its causes, and of a database's errors those that it names
/// next.
final class Causes {

  private static final int MOST = 5;

  private Causes() {}

  /// An exception and its causes, each as `IOException: gone`.
  static String chain(Throwable thrown) {
    return all(thrown).stream()
        .limit(MOST)
        .map(Causes::told)
        .distinct()
        .collect(Collectors.joining(", caused by "));
  }

  /// What a database has said, where that is what a failed assertion comes from; empty if it is
  /// not.
  static String ofDatabase(Throwable thrown) {
    return all(thrown).stream()
        .filter(SQLException.class::isInstance)
        .limit(MOST)
        .map(Causes::message)
        .distinct()
        .map(message -> "the database said: " + message)
        .collect(Collectors.joining("\n"));
  }

  /// An exception, then its causes, its next ones and those suppressed, each once.
  private static List<Throwable> all(Throwable thrown) {
    List<Throwable> found = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    add(thrown, seen, found);
    return found;
  }

  private static void add(Throwable thrown, Set<Throwable> seen, List<Throwable> found) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    found.add(thrown);
    add(thrown.getCause(), seen, found);
    if (thrown instanceof SQLException error) {
      add(error.getNextException(), seen, found);
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (suppressed instanceof SQLException) {
        add(suppressed, seen, found);
      }
    }
  }

  /// The name of its class; of an anonymous one that of the class which it extends.
  static String name(Throwable thrown) {
    Class<?> type = thrown.getClass();
    return (type.isAnonymousClass() ? type.getSuperclass() : type).getSimpleName();
  }

  private static String told(Throwable thrown) {
    String name = name(thrown);
    String message = message(thrown);
    // One that wraps another without a word of its own repeats it.
    boolean repeats = thrown.getCause() != null && message.equals(thrown.getCause().toString());
    return message.isEmpty() || repeats ? name : name + ": " + message;
  }

  /// The first line; a database repeats the statement in others.
  private static String message(Throwable thrown) {
    String message = thrown.getMessage() == null ? "" : thrown.getMessage();
    return thrown instanceof SQLException
        ? message.lines().findFirst().orElse("").replaceFirst(";? SQL statement:$", "")
        : message;
  }
}
