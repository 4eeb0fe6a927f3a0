package workbook.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Python that does the same as an example with a library of its own, line by line: what is asked
/// in a line it answers in one.
public final class Python implements AutoCloseable {

  private final Process process;
  private final Writer question;
  private final BufferedReader answer;

  /// Starts a script that lies beside a class.
  ///
  /// @param program the name or path of a Python
  /// @param environment changes its environment variables
  /// @param arguments what the script finds in `sys.argv`
  /// @throws IOException if it cannot be started
  public Python(
      String program,
      Class<?> beside,
      String script,
      Consumer<Map<String, String>> environment,
      String... arguments)
      throws IOException {
    String[] command =
        Stream.concat(Stream.of(program, "-c", text(beside, script)), Stream.of(arguments))
            .toArray(String[]::new);
    ProcessBuilder builder = new ProcessBuilder(command);
    environment.accept(builder.environment());
    process = started(builder.redirectError(ProcessBuilder.Redirect.DISCARD), program);
    question = process.outputWriter();
    answer = process.inputReader();
  }

  private static Process started(ProcessBuilder builder, String program) throws IOException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException("'%s' cannot be started".formatted(program), e);
    }
  }

  private static String text(Class<?> beside, String script) throws IOException {
    try (InputStream in = beside.getResourceAsStream(script)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Asks, and waits for the answer.
  ///
  /// @throws IOException if it ends before it has answered
  public String ask(String line) throws IOException {
    question.write(line + "\n");
    question.flush();
    return line();
  }

  /// Asks with a word and numbers behind it.
  ///
  /// @throws IOException if it ends before it has answered
  public String ask(String word, int[]... numbers) throws IOException {
    return ask(
        word
            + Arrays.stream(numbers)
                .flatMapToInt(Arrays::stream)
                .mapToObj(number -> " " + number)
                .collect(Collectors.joining()));
  }

  /// The next line that it prints.
  ///
  /// @throws IOException if it ends before
  public String line() throws IOException {
    String line = answer.readLine();
    if (line == null) {
      throw new IOException("Python ended without an answer");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
