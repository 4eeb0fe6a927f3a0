package workbook.command;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Print a script that lets bash and zsh complete commands, topics and exercises.",
    footer = {"", "Use it:  source <(./workbook completion)"},
    mixinStandardHelpOptions = true)
final class WriteCompletion implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine workbook = spec.root().commandLine();
    System.out.print(AutoComplete.bash(workbook.getCommandName(), workbook));
  }
}
