package workbook.dotenv;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import workbook.lab.Example;
import workbook.lab.Table;

/// The question of this topic: where does a variable's value come from?
@Command(
    name = "dotenv",
    description = "Where the value of each variable comes from, and what it overrides.")
public final class Dotenv implements Example {

  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "A folder with .env files; the page's shop if not given.")
  private Path folder = Samples.shop();

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      converter = DialectConverter.class,
      description = "Who reads them: vite, node or dotenv; vite if not given.")
  private Dialect dialect = Dialect.VITE;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "Vite's mode; development if not given.")
  private String mode;

  @Mixin private ShellOption shell;

  @Option(
      names = "--show",
      description = "Show every value, and not only those that are in the bundle anyway.")
  private boolean show;

  static void main(String[] args) {
    Example.main(new Dotenv(), args);
  }

  @Override
  public int run(PrintStream out) {
    if (mode != null && dialect != Dialect.VITE) {
      throw new IllegalArgumentException(
          "--mode is Vite's: %s reads .env alone"
              .formatted(dialect.name().toLowerCase(Locale.ROOT)));
    }
    List<String> files = dialect.files(mode == null ? "development" : mode);
    List<Source> sources = Source.in(folder, files);
    Map<String, Variable> variables =
        Environment.of(dialect, sources, shell.prefix(), shell.variables());
    out.println("read: " + sources.stream().map(Source::name).collect(Collectors.joining(", ")));
    out.println();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("variable", "value", "from", "overrides", "in the browser"));
    variables.values().forEach(variable -> rows.add(row(variable)));
    Table.print(rows, out);
    return 0;
  }

  private List<String> row(Variable variable) {
    String browser = variable.exposed() ? "yes" : "";
    if (!variable.carries().isEmpty()) {
      browser = "yes, with the value of " + String.join(", ", variable.carries());
    }
    return List.of(
        variable.name(),
        show || variable.isPublic() ? Table.oneLine(variable.value()) : masked(variable.value()),
        variable.from(),
        String.join(", ", variable.overrides()),
        browser);
  }

  /// Not even its length: that is a hint, too.
  private static String masked(String value) {
    return value.isEmpty() ? "(empty)" : "******";
  }

  /// Takes a dialect's name as it is typed.
  static final class DialectConverter implements ITypeConverter<Dialect> {

    @Override
    public Dialect convert(String text) {
      Map<String, Dialect> names = new LinkedHashMap<>();
      for (Dialect dialect : Dialect.values()) {
        names.put(dialect.name().toLowerCase(Locale.ROOT), dialect);
      }
      if (!names.containsKey(text)) {
        throw new TypeConversionException(
            "must be %s, and was '%s'".formatted(String.join(" or ", names.keySet()), text));
      }
      return names.get(text);
    }
  }
}
