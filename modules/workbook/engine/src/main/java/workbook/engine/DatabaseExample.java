package workbook.engine;

import java.io.PrintStream;
import picocli.CommandLine;
import workbook.lab.Example;

/// An example that works on a database. Ctrl-C ends its sessions; that they were lost then is no
/// news.
public interface DatabaseExample extends Example {

  /// What it does; one that has something to say beside its output overrides this.
  default int work(PrintStream out, PrintStream err) {
    return run(out);
  }

  @Override
  default int run(PrintStream out, PrintStream err) {
    try {
      return work(out, err);
    } catch (EngineException e) {
      if (Sandbox.isExiting()) {
        return CommandLine.ExitCode.USAGE;
      }
      throw e;
    }
  }
}
