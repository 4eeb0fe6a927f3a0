package workbook.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import workbook.answers.UserError;
import workbook.answers.check.Checker;
import workbook.answers.tree.Tree;
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
          WriteCompletion.class);

  private final Path folder;

  Workbook(Path folder) {
    this.folder = folder;
  }

  static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(System.getProperty("workbook.root", ""));
    int status = commandLine(folder, asked(args)).execute(args);
    Checker.end();
    System.exit(status);
  }

  /// The subcommand that is asked for, where the others play no part: to prepare them all takes
  /// longer than most take to answer.
  private static List<Class<?>> asked(String[] args) {
    return SUBCOMMANDS.stream()
        .filter(type -> args.length > 0 && type.getAnnotation(Command.class).name().equals(args[0]))
        .filter(type -> type != WriteCompletion.class)
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

  @Override
  public void run() {
    System.out.print(new Overview(tree(), Screen.ofThisProcess()).text());
  }

  private static int explain(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (exception instanceof UserError) {
      command.getErr().println("workbook: " + exception.getMessage());
      return WRONG_USE;
    }
    throw exception;
  }

  private static int explainUse(CommandLine.ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    String qualifiedName = "./" + command.getCommandSpec().qualifiedName();
    String word = args.length == 0 ? "" : args[0];
    boolean noSuchCommand = command.getParent() == null && !word.isEmpty() && !word.startsWith("-");
    command
        .getErr()
        .println(
            noSuchCommand
                ? "workbook: there is no command '%s'. %s"
                    .formatted(
                        word, Tree.nearest(word, List.copyOf(command.getSubcommands().keySet())))
                : "workbook: %s. '%s --help' shows what is possible."
                    .formatted(exception.getMessage().replaceAll("\\.$", ""), qualifiedName));
    return WRONG_USE;
  }
}
