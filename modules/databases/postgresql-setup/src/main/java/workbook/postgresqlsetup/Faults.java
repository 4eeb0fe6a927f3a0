package workbook.postgresqlsetup;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// Breaks a sound data folder in every way there is here, has the server say so, and mends it.
@Command(
    name = "postgresql-setup/faults",
    description = "Plants each fault, starts the server, and says in one line what is wrong.")
public final class Faults implements Example {

  static void main(String[] args) {
    Example.main(new Faults(), args);
  }

  @Override
  public int run(PrintStream out) {
    try (Workplace workplace = Workplace.open()) {
      Cluster cluster = Cluster.in(workplace);
      cluster.prepare();
      cluster.must(cluster.initdb());
      Shown shown = new Shown(out, workplace, cluster);
      int known = 0;
      for (Fault fault : Fault.values()) {
        out.println(fault.planted());
        Optional<Diagnosis> diagnosis = provoke(cluster, fault, shown);
        diagnosis.ifPresent(found -> {
          shown.line("%s: %s", found.trouble(), found.evidence());
          shown.line("-> %s", found.trouble().remedy());
        });
        known += diagnosis.filter(found -> found.trouble() == fault.trouble()).isPresent() ? 1 : 0;
      }
      cluster.must(cluster.start());
      cluster.must(cluster.stop());
      out.printf("%d of %d known; mended, the server starts%n", known, Fault.values().length);
      return known == Fault.values().length ? 0 : 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Diagnosis> provoke(Cluster cluster, Fault fault, Shown shown)
      throws IOException {
    try (var _ = fault.plant(cluster)) {
      List<String> lines = failing(cluster, fault);
      Optional<Diagnosis> diagnosis = Diagnosis.of(lines);
      if (diagnosis.isEmpty()) {
        shown.line("not provoked here: %s", Diagnosis.worst(lines).orElse("nothing was said"));
      }
      return diagnosis;
    }
  }

  /// What the command prints that fails, and the server's log.
  ///
  /// @throws IllegalStateException if it works
  static List<String> failing(Cluster cluster, Fault fault) {
    cluster.clearLog();
    List<String> prefix = fault == Fault.DISK_FULL ? List.of() : cluster.account().prefix();
    Workplace.Finished finished = cluster.workplace().run(prefix, fault.command(cluster));
    if (finished.status() == 0) {
      throw new IllegalStateException("%s did not keep the server from starting".formatted(fault));
    }
    List<String> lines = new ArrayList<>(finished.output().lines().toList());
    lines.addAll(cluster.logLines());
    return lines;
  }
}
