package workbook.postgresqlsetup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Printable;
import workbook.lab.Refusal;

/// Says why a server does not start on a data folder. It reads, and changes nothing.
@Command(
    name = "postgresql-setup/diagnose",
    description = "What keeps a server from starting on a data folder; status 1 if anything does.")
public final class Diagnose implements Example {

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The data folder.")
  private Path folder;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "A log of the server, or what initdb printed: explain that, too.")
  private Path log;

  static void main(String[] args) {
    Example.main(new Diagnose(), args);
  }

  @Override
  public int run(PrintStream out) {
    Optional<ProcessHandle> server = Inspection.server(folder);
    if (server.isPresent()) {
      out.printf("a server runs on it: process %d%n", server.get().pid());
      return 0;
    }
    List<Diagnosis> found = new ArrayList<>();
    if (log != null) {
      Diagnosis.of(Text.lines("--log", log)).ifPresent(found::add);
    }
    try {
      found.addAll(Inspection.of(folder));
      if (Files.isReadable(folder.resolve("postgresql.conf"))
          && found.stream().allMatch(Diagnose::lets)) {
        try (Workplace workplace = Workplace.open()) {
          found.addAll(new Settings(workplace, folder).troubles());
        }
      }
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
    found.stream().map(Diagnosis::toString).map(Printable::of).distinct().forEach(out::println);
    if (found.isEmpty()) {
      out.println(
          "nothing found in it: start the server, and if it ends, give its log: --log FILE");
    }
    return found.isEmpty() ? 0 : 1;
  }

  /// The settings of another version are not those of this one.
  private static boolean lets(Diagnosis diagnosis) {
    return diagnosis.trouble() != Trouble.WRONG_VERSION;
  }
}
