package workbook.engine;

import java.io.PrintStream;
import picocli.CommandLine;
import workbook.lab.Example;

/// An example that works on a database. Ctrl-C ends its sessions; that they were lost then is no
/// news.
public interface DatabaseExample extends Example {

  @Override
  default int run(PrintStream out, PrintStream err) {
    try {
      return run(out);
    } catch (EngineException e) {
      if (Sandbox.isExiting()) {
        return CommandLine.ExitCode.USAGE;
      }
      throw e;
    }
  }
}
