package workbook.command;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import workbook.answers.UserError;
import workbook.answers.build.Classes;
import workbook.answers.check.Checker;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;
import workbook.command.progress.LastExercise;
import workbook.command.read.Language;
import workbook.command.read.Screen;

/// The `./workbook` command.
@Command(
    name = "workbook",
    description = "Runnable notes in Java: read a page, run its code, do its exercises.",
    version = "workbook 1",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = Workbook.WRONG_USE)
public final class Workbook implements Runnable {

  static final int WRONG_USE = 2;

  private static final List<Class<?>> SUBCOMMANDS =
      List.of(
          ListTopics.class,
          ReadNotes.class,
          RunExample.class,
          CheckExercise.class,
          WatchExercises.class,
          GiveHint.class,
          ShowSolution.class,
          ResetExercise.class,
          CreateTopic.class,
          WriteCompletion.class,
          HelpCommand.class);

  /// Those that need to know of all.
  private static final List<Class<?>> OF_ALL = List.of(WriteCompletion.class, HelpCommand.class);

  private final Path folder;

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      scope = ScopeType.INHERIT,
      description =
          "The language: English or Chinese. Without it, Chinese if the locale (LC_ALL,"
              + " LC_MESSAGES or LANG, whichever is set first) begins with zh, else English.")
  private String lang;

  Workbook(Path folder) {
    this.folder = folder;
  }

  static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(System.getProperty("workbook.root", ""));
    // On Ctrl-C too nothing is left.
    Runtime.getRuntime().addShutdownHook(new Thread(Checker::end));
    int status = commandLine(folder, asked(args)).execute(args);
    Checker.end();
    System.exit(status);
  }

  /// The subcommand that is asked for, where the others play no part: to prepare them all takes
  /// longer than most take to answer.
  private static List<Class<?>> asked(String[] args) {
    return SUBCOMMANDS.stream()
        .filter(type -> args.length > 0 && type.getAnnotation(Command.class).name().equals(args[0]))
        .filter(type -> !OF_ALL.contains(type))
        .findFirst()
        .map(List::<Class<?>>of)
        .orElse(SUBCOMMANDS);
  }

  /// The command as it works in a folder of a workbook.
  public static CommandLine commandLine(Path folder) {
    return commandLine(folder, SUBCOMMANDS);
  }

  private static CommandLine commandLine(Path folder, List<Class<?>> subcommands) {
    CommandLine command = new CommandLine(new Workbook(folder), Candidates.factory(folder));
    subcommands.forEach(command::addSubcommand);
    command
        .setExecutionExceptionHandler(Workbook::explain)
        .setParameterExceptionHandler(Workbook::explainUse)
        .setUsageHelpAutoWidth(true);
    // What follows the example is the example's own: --steps 1,3,5 or -5 or --help.
    if (command.getSubcommands().get("run") instanceof CommandLine run) {
      run.setStopAtPositional(true);
    }
    return command;
  }

  Tree tree() {
    return Tree.around(folder);
  }

  /// The examples' classes. The learner is told when he has to wait for Maven.
  Classes classes(Tree tree) {
    String building =
        language()
            .say(
                "Building %s. The first time, Maven downloads what is needed.",
                "正在编译 %s。第一次编译时，Maven 会下载所需的库。");
    return new Classes(tree, names -> System.err.println(building.formatted(names)));
  }

  /// The language that is asked for, or else that of the locale.
  Language language() {
    return lang == null ? Language.preferred(System.getenv()) : Language.of(lang);
  }

  Screen screen() {
    return Screen.ofThisProcess(language());
  }

  /// The exercise that is named, or without a name the one that was looked at last. It is the last
  /// one from now on.
  ///
  /// @param id null if none is named
  Exercise exercise(Tree tree, String id) {
    Exercise exercise = id == null ? LastExercise.in(tree) : Exercise.named(tree, id);
    LastExercise.note(tree, exercise);
    return exercise;
  }

  @Override
  public void run() {
    System.out.print(new Overview(tree(), screen()).text());
  }

  private static int explain(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (exception instanceof UserError) {
      command.getErr().println("workbook: " + languageOf(command).told(exception.getMessage()));
      return WRONG_USE;
    }
    if (exception instanceof UncheckedIOException
        && exception.getCause() instanceof FileSystemException file) {
      command.getErr().println("workbook: " + reason(file));
      return WRONG_USE;
    }
    throw exception;
  }

  /// A file's name alone is what its exception often says.
  private static String reason(FileSystemException exception) {
    String kind = exception.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return "%s: %s"
        .formatted(exception.getMessage(), kind.replace(" Exception", "").toLowerCase(Locale.ROOT));
  }

  private static int explainUse(CommandLine.ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    command.getErr().println("workbook: " + WrongUse.of(exception, languageOf(command)));
    return WRONG_USE;
  }

  /// The language as far as the command line was read.
  private static Language languageOf(CommandLine command) {
    try {
      return ((Workbook) command.getCommandSpec().root().userObject()).language();
    } catch (UserError _) {
      return Language.preferred(System.getenv());
    }
  }
}
