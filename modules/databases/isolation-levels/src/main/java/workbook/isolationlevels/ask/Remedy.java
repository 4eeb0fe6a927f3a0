package workbook.isolationlevels.ask;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import workbook.engine.Level;
import workbook.engine.Server;
import workbook.isolationlevels.ask.Answer.Judges;
import workbook.isolationlevels.ask.Script.Statement;
import workbook.isolationlevels.explore.Findings;
import workbook.isolationlevels.explore.Sample;
import workbook.isolationlevels.run.Crew;
import workbook.isolationlevels.run.ServerError;
import workbook.isolationlevels.run.StepException;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;

/// Which reads must take a lock, `FOR UPDATE`, for nothing to go wrong at a level. Tried with all
/// interleavings: first on all reads, then on all but one, and so on while it still helps.
final class Remedy {

  /// A read that the server does not lock, and why.
  record Refused(Statement read, String reason) {}

  /// What came of locking some reads.
  ///
  /// @param refused the reads that the server does not lock, of all there are
  record Trial(List<Statement> locked, Optional<Findings> findings, List<Refused> refused) {

    boolean helps() {
      return findings.isPresent() && findings.get().anomalies().isEmpty();
    }
  }

  private final Question question;
  private final Server server;
  private final Level level;
  private final Sample sample;
  private final Judges judges;

  Remedy(Question question, Server server, Level level, Sample sample, Judges judges) {
    this.sample = sample;
    this.question = question;
    this.server = server;
    this.level = level;
    this.judges = judges;
  }

  /// The fewest locks that were found to help; else what came of all that the server takes.
  Trial find() {
    List<Statement> reads = new ArrayList<>(question.plainReads());
    List<Refused> refused = new ArrayList<>();
    Trial best = attempt(reads, refused);
    while (best.findings.isEmpty()) {
      refused.add(best.refused.getLast());
      boolean without = reads.remove(refused.getLast().read);
      if (!without || reads.isEmpty()) {
        return best;
      }
      best = attempt(reads, refused);
    }
    if (!best.helps()) {
      return best;
    }
    for (Statement read : reads) {
      List<Statement> fewer = new ArrayList<>(best.locked);
      fewer.remove(read);
      if (!fewer.isEmpty()) {
        Trial trial = attempt(fewer, refused);
        best = trial.helps() ? trial : best;
      }
    }
    return best;
  }

  private Trial attempt(List<Statement> locked, List<Refused> refused) {
    Set<Statement> reads = new LinkedHashSet<>(locked);
    Specification specification = question.specification(reads);
    try (Crew crew = Crew.on(server, specification, sample.count(specification))) {
      crew.level(level);
      for (Session session : specification.sessions()) {
        crew.run(Permutation.of(session.steps()));
      }
      Findings findings =
          Findings.at(
              Optional.of(level), crew, specification, sample, judges.of(crew, specification));
      return new Trial(List.copyOf(locked), Optional.of(findings), List.copyOf(refused));
    } catch (StepException e) {
      List<Refused> more = new ArrayList<>(refused);
      String reason = e.error() == null ? e.getMessage() : ServerError.line(e.error());
      more.add(new Refused(question.statement(e.step()), reason));
      return new Trial(List.copyOf(locked), Optional.empty(), more);
    }
  }
}
