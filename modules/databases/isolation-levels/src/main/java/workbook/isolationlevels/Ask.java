package workbook.isolationlevels;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.engine.DatabaseExample;
import workbook.engine.Engine;
import workbook.engine.EngineOptions;
import workbook.engine.Server;
import workbook.isolationlevels.ask.Answer;
import workbook.isolationlevels.ask.Answer.Found;
import workbook.isolationlevels.ask.AnswerReport;
import workbook.isolationlevels.ask.Question;
import workbook.isolationlevels.ask.Script;
import workbook.isolationlevels.explore.Sample;
import workbook.isolationlevels.spec.Specification;
import workbook.lab.Example;

/// May these SQL scripts run at the same time? At which level does what go wrong, and which level
/// or lock prevents it?
///
/// `./workbook run isolation-levels/ask --setup tables.sql one.sql other.sql`
@Command(
    name = "isolation-levels/ask",
    description =
        "Say what goes wrong when SQL scripts run at the same time, and what prevents it.",
    footer = {
      "",
      "A script is SQL with ; between statements. If it has no BEGIN, it is one transaction.",
      "A line '-- bind x' gives the first value that the SELECT below it reads the name x;",
      "below that, ${x} stands for it.",
      "Without scripts, two withdrawals from one account are asked about."
    })
public final class Ask implements DatabaseExample {

  private static final String OWN = "withdraw.sql";

  @Parameters(
      paramLabel = "SCRIPT",
      arity = "0..*",
      description = "Two to four files, a session each; one file twice runs twice.")
  private List<Path> scripts = List.of();

  @Option(
      names = "--setup",
      paramLabel = "FILE",
      description = "SQL that creates and fills the tables.")
  private Path setup;

  @Option(names = "--level", description = "One isolation level; else all.")
  private String level;

  @Option(names = "--json", description = "Print the answer as JSON.")
  private boolean json;

  @Option(
      names = "--fail-on-anomaly",
      description =
          "Exit with status 1 if there is an anomaly at a level that is tried, for a build; else an answer is status 0.")
  private boolean fails;

  @Mixin private CompareOptions compare;

  @Mixin private EngineOptions engines;

  static void main(String[] args) {
    Example.main(new Ask(), args);
  }

  /// @return the exit status: 0, or 1 with an anomaly that was not to be
  @Override
  public int run(PrintStream out) {
    compare.most();
    if (scripts.isEmpty() != (setup == null)) {
      throw new IllegalArgumentException(
          setup == null
              ? "--setup FILE is missing: SQL that creates and fills the tables"
              : "SCRIPT is missing: two to four files, a session each");
    }
    if (!scripts.isEmpty() && (scripts.size() < 2 || scripts.size() > 4)) {
      throw new IllegalArgumentException(
          "SCRIPT must be two to four files, and was %d; one file may be named twice"
              .formatted(scripts.size()));
    }
    PrintStream text = json ? new PrintStream(OutputStream.nullOutputStream()) : out;
    List<Found> answers = new ArrayList<>();
    List<Script> asked = List.of();
    for (Server server : engines.start()) {
      try (server) {
        Question question = question(server.engine());
        asked = question.scripts();
        heading(text, question, server.engine(), answers.isEmpty());
        answers.add(
            new Answer(question, server, compare.sample(), compare::judge, text)
                .print(
                    level == null
                        ? server.engine().levels()
                        : List.of(Specifications.level(level, server.engine()))));
        text.flush();
      }
    }
    if (json) {
      out.println(AnswerReport.of(asked, answers));
    }
    return fails && answers.stream().anyMatch(Found::isAnomalous) ? 1 : 0;
  }

  private void heading(PrintStream out, Question question, Engine engine, boolean first) {
    Specification specification = question.specification(Set.of());
    Sample sample = compare.sample();
    sample.check(specification, compare.most(), "there are %s interleavings");
    out.print(first ? "" : "\n");
    for (int i = 0; i < question.scripts().size(); i++) {
      out.printf("t%d: %s%n", i + 1, question.scripts().get(i).file());
    }
    out.printf("%s, %s at each level%n%n", engine.title(), sample.title(specification));
    engine.caution().ifPresent(caution -> out.printf("%s%n%n", caution));
  }

  private Question question(Engine engine) {
    boolean backslashes = engine.name().equals("mysql") || engine.name().equals("mariadb");
    if (scripts.isEmpty()) {
      Script own = ofTopic(OWN);
      return new Question(ofTopic("setup.sql"), List.of(own, own), engine);
    }
    List<Script> read = new ArrayList<>();
    scripts.forEach(script -> read.add(Script.read(script, backslashes)));
    return new Question(Script.read(setup, backslashes), read, engine);
  }

  private static Script ofTopic(String name) {
    try (InputStream in = Ask.class.getResourceAsStream("ask/" + name)) {
      return Script.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
