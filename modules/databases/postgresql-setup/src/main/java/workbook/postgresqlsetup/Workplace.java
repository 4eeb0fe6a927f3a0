package workbook.postgresqlsetup;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import workbook.lab.Refusal;

/// A temporary folder with PostgreSQL's programs in it, and all that runs there. However the JVM
/// ends, by Ctrl-C or SIGTERM too, the servers are stopped and the folder is gone.
final class Workplace implements AutoCloseable {

  private static final int LIMIT_SECONDS = 60;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Process> running = new ArrayList<>();
  private final List<Cluster> clusters = new ArrayList<>();
  private final Path folder;
  private final Account account;
  private final Thread hook = new Thread(this::endForGood);
  private boolean closed;

  private Workplace(Path folder, Account account) {
    this.folder = folder;
    this.account = account;
  }

  /// @throws Refusal if PostgreSQL cannot run here
  static Workplace open() {
    try {
      Path folder = Files.createTempDirectory("postgresql-setup-").toRealPath();
      try {
        Workplace workplace = new Workplace(folder, Account.of(folder));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Runtime.getRuntime().addShutdownHook(workplace.hook);
        workplace.unpack();
        return workplace;
      } catch (Refusal e) {
        delete(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void unpack() {
    try {
      Binaries.unpackTo(this);
    } catch (Refusal | UncheckedIOException e) {
      close();
      throw e;
    }
  }

  Path folder() {
    return folder;
  }

  Account account() {
    return account;
  }

  /// What a command gave back.
  ///
  /// @param output standard output and standard error
  record Finished(int status, String output) {}

  /// Runs one of PostgreSQL's programs in the folder, as the user it may run as.
  ///
  /// @param command its name, as `bin/initdb`, and its arguments
  /// @throws Refusal if it cannot be started
  Finished run(List<String> command) {
    return run(account.prefix(), command);
  }

  /// @param prefix what starts it, in place of what makes it another user's
  Finished run(List<String> prefix, List<String> command) {
    Path output = output();
    try {
      Process process =
          start(
              Stream.concat(prefix.stream(), command.stream()).toList(),
              ProcessBuilder.Redirect.to(output.toFile()));
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        end(process);
        throw new Refusal(
            "%s had not ended after %d seconds".formatted(command.getFirst(), LIMIT_SECONDS));
      }
      lock.lock();
      try {
        running.remove(process);
        return new Finished(process.exitValue(), Files.readString(output));
      } finally {
        lock.unlock();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    }
  }

  /// A file of its own: a server that a command leaves behind would keep a pipe open.
  private Path output() {
    lock.lock();
    try {
      return Files.createTempFile(folder, "output-", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  /// Starts a process that is ended with the workplace.
  ///
  /// @throws Refusal if it cannot be started
  Process start(List<String> command, ProcessBuilder.Redirect output) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output);
    // What PGDATA or LC_MESSAGES of the reader's shell say must change nothing here.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
    lock.lock();
    try {
      Process process = builder.start();
      running.add(process);
      return process;
    } catch (IOException e) {
      throw new Refusal(
          "%s cannot be run here (PostgreSQL's programs need glibc on Linux): %s"
              .formatted(command.getFirst(), e.getMessage()),
          e);
    } finally {
      lock.unlock();
    }
  }

  /// A server that is stopped with the workplace.
  void add(Cluster cluster) {
    lock.lock();
    try {
      clusters.add(cluster);
    } finally {
      lock.unlock();
    }
  }

  /// A time in which the folder stays, until it is closed.
  interface Writing extends AutoCloseable {
    @Override
    void close();
  }

  /// To be held by what writes into the folder itself, without a process. Does not return once the
  /// JVM has been told to end: the folder is being deleted.
  Writing writing() {
    lock.lock();
    return lock::unlock;
  }

  /// Makes a file or folder the server's.
  void give(Path made) {
    if (account.owner().isPresent()) {
      try {
        Files.setOwner(made, account.owner().get());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      clean();
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The JVM is ending, and the hook finds nothing left to do.
    } finally {
      lock.unlock();
    }
  }

  /// Returns, unless the JVM has been told to end: to be called before a failure is spoken of that
  /// may come of the end.
  void awaitEnd() {
    lock.lock();
    lock.unlock();
  }

  /// Never gives the lock back: what still runs would else see its processes end, and say so.
  private void endForGood() {
    lock.lock();
    clean();
  }

  private void clean() {
    if (closed) {
      return;
    }
    closed = true;
    running.forEach(Workplace::end);
    clusters.forEach(Cluster::kill);
    delete(folder);
  }

  /// Ends a process and all that it has started, and waits until they are gone.
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(Workplace::await);
  }

  /// Waits for a process that was told to end, and ends it by force if it does not.
  static void await(ProcessHandle process) {
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
