package workbook.postgresqlsetup;

import workbook.exercise.Todo;

/// The way back: a name, written into `pg_hba.conf`.
final class NameWord {

  private NameWord() {}

  /// A word that stands for the database, or the role, of a name and for no other: not for a
  /// keyword, the members of a role, a file, a comment, or two names. It is one word wherever it
  /// stands among others on a line.
  ///
  /// @param name any text; PostgreSQL allows almost everything
  /// @throws IllegalArgumentException if the name has a line end (`\n` or `\r`) or a zero byte:
  ///   those cannot be written
  static String of(String name) {
    return Todo.todo("postgresql-setup/4");
  }
}
