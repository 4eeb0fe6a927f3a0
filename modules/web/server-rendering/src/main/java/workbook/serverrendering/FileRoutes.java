package workbook.serverrendering;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Printable;
import workbook.lab.Refusal;
import workbook.lab.Table;

/// From a folder of files to a router.
@Command(
    name = "server-rendering/file-routes",
    description = "The routes of a folder of pages, as Nuxt has them; status 1 if files conflict.")
public final class FileRoutes implements Example {

  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "A folder with pages; the shop's if not given.")
  private Path folder;

  @Option(
      names = "--match",
      paramLabel = "PATH",
      description = "Also say which page answers this address; may stand several times.")
  private List<String> paths = new ArrayList<>();

  static void main(String[] args) {
    Example.main(new FileRoutes(), args);
  }

  @Override
  public int run(PrintStream out) {
    for (String path : paths) {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException(
            "--match must be the path of an address, such as /blog/7, and was '%s'"
                .formatted(path));
      }
    }
    Routes routes = Routes.of(files());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("path", "name", "file"));
    add("", routes.routes(), rows);
    Table.print(rows, out);
    RouteMatcher matcher = new RouteMatcher(routes.routes());
    for (String path : paths) {
      String match =
          matcher
              .match(path)
              .map(found -> String.join(" > ", found.pages()) + " " + found.parameters())
              .orElse("none");
      out.println();
      out.println(Printable.of(path + ": " + match));
    }
    if (!routes.conflicts().isEmpty() || !routes.warnings().isEmpty()) {
      out.println();
      routes.conflicts().forEach(conflict -> out.println(Printable.of(conflict.toString())));
      routes.warnings().forEach(warning -> out.println(Printable.of(warning)));
    }
    return routes.conflicts().isEmpty() ? 0 : 1;
  }

  private List<String> files() {
    if (folder == null) {
      folder = Assets.pages();
    }
    if (!Files.isDirectory(folder)) {
      throw new Refusal("FOLDER must be a folder with pages, and was '%s'".formatted(folder));
    }
    try {
      List<String> files = Assets.files(folder);
      if (files.isEmpty()) {
        throw new Refusal("there is no page in %s".formatted(folder));
      }
      if (files.size() > Assets.MOST_FILES) {
        throw new Refusal(
            "there are more files in %s than the %d that are read"
                .formatted(folder, Assets.MOST_FILES));
      }
      return files;
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static void add(String indent, List<Route> routes, List<List<String>> rows) {
    for (Route route : routes) {
      String path = route.path().isEmpty() ? "(the same)" : route.path();
      rows.add(List.of(indent + path, Printable.of(route.name()), Printable.of(route.file())));
      add(indent + "  ", route.children(), rows);
    }
  }
}
