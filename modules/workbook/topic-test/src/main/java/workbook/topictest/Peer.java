package workbook.topictest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A program of the distribution that serves as an oracle.
///
/// @param program the name of its executable, looked up on the `PATH`
/// @param install the command that installs it, shown where it is missing
public record Peer(String program, String install) {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  /// Runs the program and returns what it printed on its standard output, as UTF-8.
  ///
  /// @param input what it reads on its standard input
  /// @throws IllegalStateException if the program is not installed, with the command that installs
  ///   it; if it ends with a status other than 0, with its error output; or if it has not ended
  ///   after five minutes
  public String run(String input, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(executable().toString());
    command.addAll(List.of(arguments));
    return output(command, input);
  }

  /// Runs a program that is no part of the distribution, such as one that this peer compiled.
  ///
  /// @throws IllegalStateException as [#run] does
  public static String output(List<String> command, String input) {
    try {
      Process process = new ProcessBuilder(command).start();
      CompletableFuture<Void> written =
          CompletableFuture.runAsync(() -> write(process.getOutputStream(), input), Peer::start);
      CompletableFuture<byte[]> errors =
          CompletableFuture.supplyAsync(() -> readAll(process.getErrorStream()), Peer::start);
      CompletableFuture<byte[]> output =
          CompletableFuture.supplyAsync(() -> readAll(process.getInputStream()), Peer::start);
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(
            "%s had not ended after %d s".formatted(command, LIMIT.toSeconds()));
      }
      written.join();
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            "%s ended with status %d: %s"
                .formatted(
                    command,
                    process.exitValue(),
                    new String(errors.join(), StandardCharsets.UTF_8).strip()));
      }
      return new String(output.join(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    }
  }

  /// Runs a task on a thread of its own. The common pool has one worker on a machine with two
  /// cores: what waits in it for its turn leaves the program waiting for a reader.
  private static void start(Runnable task) {
    Thread.ofPlatform().daemon().start(task);
  }

  private Path executable() {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "%s is not installed, and -Ppeers compares with it: %s"
                    .formatted(program, install)));
  }

  private static void write(OutputStream stream, String input) {
    try (stream) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The program may end without reading all of its input; its status says whether that is an
      // error.
    }
  }

  private static byte[] readAll(java.io.InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
