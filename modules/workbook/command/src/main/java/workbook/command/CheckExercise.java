package workbook.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jline.utils.AttributedString;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.answers.UserError;
import workbook.answers.build.Classes;
import workbook.answers.check.Checker;
import workbook.answers.check.Tally;
import workbook.answers.check.Verdict;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;
import workbook.command.check.VerdictJson;
import workbook.command.check.VerdictText;
import workbook.command.progress.Mark;
import workbook.command.progress.Progress;
import workbook.command.progress.RememberingChecker;
import workbook.command.progress.Standing;
import workbook.command.read.Language;
import workbook.command.read.Screen;

@Command(
    name = "check",
    description = "Say whether an exercise is solved, and if not, why.",
    footer = {
      "",
      "Exit status: 0 nothing fails, 1 something does, 2 wrong use.",
      "",
      "--json prints a list with an object for each exercise:",
      "  id, title   as climbing-stairs/1 and its title",
      "  file        the answer, from the workbook's folder on",
      "  state       solved, failing or not-started",
      "  passed      names of the tests that passed",
      "  skipped     names of the tests that reached what is not written yet",
      "  failures    for each: test (empty if none could run), message, and",
      "              place as File.java:12 (empty if unknown)",
      "  not-run     how many tests could not run any more; -1 if unknown",
      "  output      what the answer printed, up to 16 KiB",
      "  remark      what else is amiss; empty if nothing is"
    },
    mixinStandardHelpOptions = true)
final class CheckExercise implements Callable<Integer> {

  @ParentCommand private Workbook workbook;

  @Parameters(
      paramLabel = "EXERCISE",
      arity = "0..1",
      completionCandidates = Candidates.Exercises.class,
      description =
          "For instance climbing-stairs/1; without it the one looked at last. A topic stands for"
              + " all of its exercises.")
  private String target;

  @Option(names = "--all", description = "Check the exercises of all topics.")
  private boolean all;

  @Option(names = "--json", description = "Print the verdicts for a program to read.")
  private boolean json;

  @Override
  public Integer call() {
    Tree tree = workbook.tree();
    if (all && target != null) {
      throw new UserError("--all checks every exercise, and takes no name beside it");
    }
    Classes classes = workbook.classes(tree);
    List<Exercise> exercises = exercises(tree, classes);
    RememberingChecker checker = new RememberingChecker(tree, classes);
    if (json) {
      Map<Exercise, Verdict> verdicts = new LinkedHashMap<>();
      exercises.stream().forEach(exercise -> verdicts.put(exercise, verdict(checker, exercise)));
      VerdictJson.write(verdicts, tree.root(), System.out);
      return status(verdicts.values().stream().map(Verdict::state).toList());
    }
    Screen screen = workbook.screen();
    if (isOne()) {
      Exercise exercise = exercises.getFirst();
      Verdict verdict = checker.check(exercise);
      System.out.print(VerdictText.of(exercise, verdict, tree.root(), screen));
      System.out.print(next(exercise, verdict.state(), screen.language()));
      return status(List.of(verdict.state()));
    }
    List<State> states =
        exercises.stream()
            .map(exercise -> checkAmongOthers(tree, checker, exercise, screen))
            .toList();
    System.out.printf("%n%s%n", tally(states, screen.language()));
    return status(states);
  }

  private boolean isOne() {
    return !all && (target == null || target.contains("/"));
  }

  private List<Exercise> exercises(Tree tree, Classes classes) {
    if (isOne()) {
      Checker.prepare();
      return List.of(workbook.exercise(tree, target));
    }
    List<Topic> topics = all ? tree.topics() : List.of(tree.topic(target));
    build(classes, topics, workbook.language());
    return topics.stream().flatMap(topic -> Exercise.of(topic).stream()).toList();
  }

  /// Builds what is not built yet, in one go. What cannot be keeps no other topic from its
  /// verdicts.
  private static void build(Classes classes, List<Topic> topics, Language language) {
    try {
      classes.build(topics.stream().map(Topic::folder).toList());
    } catch (UserError e) {
      System.err.println("workbook: " + language.told(e.getMessage()));
    }
  }

  /// What is solved, and has not changed since, is not run again.
  private static State checkAmongOthers(
      Tree tree, RememberingChecker checker, Exercise exercise, Screen screen) {
    if (new Progress(tree).isSolved(exercise)) {
      System.out.println(line(exercise, Standing.SOLVED, screen));
      return State.SOLVED;
    }
    Verdict verdict = verdict(checker, exercise);
    switch (verdict.state()) {
      case SOLVED -> System.out.println(line(exercise, Standing.SOLVED, screen));
      case NOT_STARTED -> System.out.println(line(exercise, Standing.NOT_STARTED, screen));
      case FAILING ->
          System.out.printf("%n%s%n", VerdictText.of(exercise, verdict, tree.root(), screen));
    }
    System.out.flush();
    return verdict.state();
  }

  /// A topic whose examples are broken keeps no other from its verdicts.
  private static Verdict verdict(RememberingChecker checker, Exercise exercise) {
    try {
      return checker.check(exercise);
    } catch (UserError e) {
      return Verdict.failing(e);
    }
  }

  private static String line(Exercise exercise, Standing standing, Screen screen) {
    AttributedString mark = Mark.of(standing);
    return "%s %s  %s"
        .formatted(
            screen.colour() ? mark.toAnsi() : mark,
            exercise.id(),
            screen.language().of(exercise).title());
  }

  private static String next(Exercise exercise, State state, Language language) {
    String next =
        switch (state) {
          case SOLVED ->
              language.say(
                  "Another way to do it:  ./workbook solution %s%n",
                  "换一种写法：  ./workbook solution %s%n");
          case FAILING, NOT_STARTED ->
              language.say("A hint:  ./workbook hint %s%n", "提示：  ./workbook hint %s%n");
        };
    return next.formatted(exercise.id());
  }

  private static String tally(List<State> states, Language language) {
    Tally tally = Tally.of(states);
    return language.say(
        "Exercises: " + tally + ".",
        "练习：做对 %d 道，没做对 %d 道，没开始 %d 道。"
            .formatted(
                tally.count(State.SOLVED),
                tally.count(State.FAILING),
                tally.count(State.NOT_STARTED)));
  }

  private static int status(List<State> states) {
    return states.contains(State.FAILING) ? 1 : 0;
  }
}
