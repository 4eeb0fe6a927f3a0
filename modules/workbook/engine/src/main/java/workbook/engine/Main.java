package workbook.engine;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// How a main of a topic on databases runs its picocli command.
public final class Main {

  private Main() {}

  /// Runs a command. Wrong arguments and an [EngineException] become one line on `err`.
  ///
  /// @return the exit status: the command's own, or 2
  public static int run(Object command, PrintStream out, PrintStream err, String... args) {
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setParameterExceptionHandler((e, _) -> refused(e.getCommandLine(), e));
    line.setExecutionExceptionHandler((e, commandLine, _) -> {
      if (e instanceof EngineException || e instanceof ParameterException) {
        return refused(commandLine, e);
      }
      throw e;
    });
    return line.execute(args);
  }

  private static int refused(CommandLine line, Exception e) {
    // Ctrl-C ends sessions; that they were lost then is no news.
    if (!Sandbox.isExiting()) {
      line.getErr().printf("%s: %s%n", line.getCommandName(), e.getMessage());
      for (Throwable also : e.getSuppressed()) {
        line.getErr().printf("%s: %s%n", line.getCommandName(), also.getMessage());
      }
    }
    return CommandLine.ExitCode.USAGE;
  }
}
