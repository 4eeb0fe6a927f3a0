package workbook.isolationlevels.spec;

import workbook.lab.Printable;

/// A specification that cannot be read. The message is one line: file, line, column, and what was
/// expected there.
public final class SpecException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SpecException(String file, int line, int column, String message) {
    super(Printable.of("%s:%d:%d: %s".formatted(file, line, column, message)));
  }
}
