package workbook.lab;

import java.io.IOException;
import picocli.CommandLine.Parameters;

/// The argument of an example that compares itself with libraries of Python, to be mixed in:
///
/// ```java
/// @Mixin private PythonOption python;
/// ```
public final class PythonOption {

  @Parameters(
      paramLabel = "PYTHON",
      arity = "0..1",
      description = "A Python that has the libraries to compare with. Without it, python3.")
  private String program = "python3";

  /// The name or path of it.
  public String program() {
    return program;
  }

  /// What to say when it did not answer.
  ///
  /// @param libraries that it has to have
  public Refusal refusal(IOException e, String libraries) {
    return new Refusal(
        "%s: give a Python that has %s, and not '%s'".formatted(e.getMessage(), libraries, program),
        e);
  }
}
