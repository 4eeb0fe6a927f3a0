package workbook.dotenv;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What is set before any file is read, and which names go into the bundle.
final class ShellOption {

  @Option(
      names = "--shell",
      paramLabel = "NAME=VALUE",
      converter = AssignmentConverter.class,
      description = "A variable as if the shell had set it; may stand several times.")
  private List<Assignment> more = List.of();

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description = "What names begin with that go into the bundle; ${DEFAULT-VALUE} if not given.")
  private String prefix = "VITE_";

  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>(System.getenv());
    more.forEach(assignment -> variables.put(assignment.name(), assignment.value()));
    return variables;
  }

  /// @throws IllegalArgumentException if it is empty: it would put every variable into the bundle
  String prefix() {
    if (prefix.isBlank()) {
      throw new IllegalArgumentException(
          "--prefix must not be empty: every variable would go into the bundle");
    }
    return prefix;
  }

  private record Assignment(String name, String value) {}

  /// Takes what stands before the first `=` as the name, as a shell does.
  static final class AssignmentConverter implements ITypeConverter<Assignment> {

    @Override
    public Assignment convert(String text) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new TypeConversionException("must be NAME=VALUE, and was '%s'".formatted(text));
      }
      return new Assignment(text.substring(0, equals), text.substring(equals + 1));
    }
  }
}
