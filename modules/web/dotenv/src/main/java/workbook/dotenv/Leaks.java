package workbook.dotenv;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// Looks into what a build wrote for the values of variables that are not exposed.
@Command(
    name = "dotenv/leaks",
    description =
        "Values of variables that are not exposed, found in built files; status 1 if any.")
public final class Leaks implements Example {

  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "A folder with .env files; the page's shop if not given.")
  private Path folder;

  @Parameters(
      index = "1",
      paramLabel = "DIST",
      arity = "0..1",
      description = "What was built; FOLDER's dist if not given.")
  private Path dist;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "Vite's mode; ${DEFAULT-VALUE} if not given.")
  private String mode = "production";

  @Option(
      names = "--public",
      paramLabel = "NAME",
      description = "A variable that is no secret; may stand several times.")
  private Set<String> harmless = new LinkedHashSet<>();

  @Mixin private ShellOption shell;

  static void main(String[] args) {
    Example.main(new Leaks(), args);
  }

  @Override
  public int run(PrintStream out) {
    Path root = folder == null ? Samples.shop() : folder;
    Path built = dist == null ? root.resolve("dist") : dist;
    List<Source> sources = Source.in(root, Dialect.VITE.files(mode));
    if (!Files.isDirectory(built)) {
      throw new Refusal("DIST must be the folder that was built, and was '%s'".formatted(built));
    }
    Map<String, Variable> variables =
        Environment.of(Dialect.VITE, sources, shell.prefix(), shell.variables());
    check(variables);
    List<Variable> secrets =
        variables.values().stream()
            .filter(variable -> !variable.exposed() && !harmless.contains(variable.name()))
            .toList();
    List<String> tooShort = new ArrayList<>();
    List<Secret> sought = new ArrayList<>();
    for (Variable variable : secrets) {
      if (variable.value().length() < Secret.SHORTEST) {
        tooShort.add(variable.name());
      } else {
        sought.add(Secret.of(variable, variables.values()));
      }
    }
    Bundle bundle = Bundle.of(built);
    List<String> found = bundle.find(sought);
    found.forEach(out::println);
    if (!found.isEmpty()) {
      out.println();
    }
    out.printf(
        "places: %d; values looked for: %d; files: %d%n",
        found.size(), sought.size(), bundle.files());
    if (!tooShort.isEmpty()) {
      out.printf(
          "not looked for, as it is shorter than %d characters: %s%n",
          Secret.SHORTEST, String.join(", ", tooShort));
    }
    return found.isEmpty() ? 0 : 1;
  }

  private void check(Map<String, Variable> variables) {
    for (String name : harmless) {
      if (!variables.containsKey(name)) {
        throw new IllegalArgumentException("--public names no variable: '%s'".formatted(name));
      }
    }
  }
}
