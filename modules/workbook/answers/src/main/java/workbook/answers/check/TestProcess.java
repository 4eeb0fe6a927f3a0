package workbook.answers.check;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import workbook.answers.UserError;
import workbook.answers.build.Run;
import workbook.answers.check.Event.Kind;

/// A process in which answers run, one after the other, in a folder of its own. It is started
/// before there is one, so that it is ready when the compiler is.
final class TestProcess {

  /// Beyond the time limit, for a process that no longer manages to say what happened.
  private static final Duration GRACE = Duration.ofSeconds(2);

  /// How long it may take to count tests, once the process is there. It starts at half of the
  /// limit, so this ends soon after the limit.
  private static final Duration COUNTING = Duration.ofSeconds(6);

  private static final Duration STARTING = Duration.ofSeconds(30);

  private static final Set<TestProcess> living = ConcurrentHashMap.newKeySet();

  private static TestProcess idle;

  private final Process process;
  private final WorkingFolder folder;
  private final DataOutputStream jobs;
  private final DataInputStream events;
  private final CompletableFuture<Void> ended;
  private volatile boolean usable = true;

  /// Whether no answer runs, and none has left anything.
  private volatile boolean clean = true;

  private TestProcess(Process process, WorkingFolder folder) {
    this.process = process;
    this.folder = folder;
    this.jobs = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.events = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    // What an answer has started may hold this process's end of the pipe too, and keep who reads
    // from it waiting.
    this.ended = process.onExit().thenRun(this::endStarted);
    living.add(this);
  }

  private void endStarted() {
    if (!clean) {
      Processes.end(folder.path().toString());
    }
  }

  /// A process: the idle one, or a new one.
  ///
  /// @throws UserError if the system starts no more
  static synchronized TestProcess take() {
    TestProcess taken = idle;
    idle = null;
    return taken == null || !taken.usable ? start() : taken;
  }

  /// Keeps the process for the next answer.
  void giveBack() {
    synchronized (TestProcess.class) {
      if (!usable) {
        return;
      }
      if (idle == null || !idle.usable) {
        idle = this;
      } else {
        end();
      }
    }
  }

  /// Ends the processes that there are, also one in which an answer runs.
  static void endAll() {
    living.forEach(TestProcess::end);
  }

  private static TestProcess start() {
    WorkingFolder folder = WorkingFolder.create();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The cache that the launcher has made; without it all is the same, but slower.
    String cache = System.getProperty("workbook.cache", "");
    if (!cache.isEmpty()) {
      command.add("-XX:AOTCache=" + cache);
    }
    command.addAll(
        List.of(
            "-Xlog:disable",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=4",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx1g",
            "-Djava.io.tmpdir=" + folder.path()));
    command.addAll(Run.SAME_EVERYWHERE);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), TestMain.class.getName()));
    try {
      return new TestProcess(
          Processes.bounded(command, folder.path().toString())
              .directory(folder.path().toFile())
              .start(),
          folder);
    } catch (IOException | OutOfMemoryError _) {
      // The second where there is no thread left to wait for the process.
      folder.delete();
      throw new UserError(
          "no process can be started to run the answer in: too many run, or too little memory is free");
    }
  }

  /// Runs an answer's tests. An answer that leaves the process in doubt takes it with it.
  Verdict verdict(Job job) {
    Account account = new Account();
    Duration next = job.limit().plus(GRACE);
    Duration first = next.plus(job.limit().multipliedBy(Watchdog.START));
    Deadline deadline = new Deadline(first, next, process::destroyForcibly);
    // An answer that does not end takes its process with it. By then the next has counted.
    FutureTask<Integer> count = new FutureTask<>(() -> countInNext(job));
    Deadline half = new Deadline(first, job.limit().dividedBy(2), count);
    clean = false;
    try (deadline;
        half) {
      job.write(jobs);
      Event event = Event.read(events);
      while (account.add(event)) {
        deadline.extend();
        half.extend();
        event = Event.read(events);
      }
      ended(event);
    } catch (StreamCorruptedException _) {
      account.broken("the answer wrote past System.out, where its verdict comes through", "");
      end();
    } catch (IOException _) {
      if (!account.isBroken()) {
        account.broken(reason(deadline), "");
      }
      end();
    }
    Verdict verdict = account.verdict();
    return verdict.notRun() == Verdict.UNKNOWN ? verdict.ofTests(result(count)) : verdict;
  }

  /// Runs a task, if nobody does yet.
  private static int result(FutureTask<Integer> count) {
    count.run();
    try {
      return count.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Verdict.UNKNOWN;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UserError error ? error : new IllegalStateException(e);
    }
  }

  private static int countInNext(Job job) {
    TestProcess next = take();
    try {
      return next.count(job);
    } finally {
      next.giveBack();
    }
  }

  /// How many tests an answer has, without running one; [Verdict#UNKNOWN] if not even that is told.
  private int count(Job job) {
    int count = Verdict.UNKNOWN;
    clean = false;
    Deadline deadline = new Deadline(STARTING, COUNTING, process::destroyForcibly);
    try (deadline) {
      job.toBeCounted().write(jobs);
      Event event = Event.read(events);
      while (event.kind() != Kind.READY && event.kind() != Kind.SPOILT) {
        deadline.extend();
        count = event.kind() == Kind.COUNTED ? Integer.parseInt(event.texts().getFirst()) : count;
        event = Event.read(events);
      }
      ended(event);
    } catch (IOException _) {
      end();
    }
    return count;
  }

  private void ended(Event last) {
    if (last.kind() == Kind.SPOILT) {
      end();
    } else {
      clean = true;
    }
  }

  private String reason(Deadline deadline) {
    if (deadline.isOver()) {
      return "nothing was heard of the answer for too long";
    }
    try {
      String status = process.waitFor(GRACE) ? " (exit status " + process.exitValue() + ")" : "";
      InputStream errors = process.getErrorStream();
      String last = new String(errors.readNBytes(errors.available()), StandardCharsets.UTF_8);
      return ("the answer ended the whole program" + status + "\n" + last).strip();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends the process, with all that its answers have started and written.
  private synchronized void end() {
    usable = false;
    List<ProcessHandle> started = clean ? List.of() : process.descendants().toList();
    process.destroyForcibly();
    ended.join();
    started.forEach(ProcessHandle::destroyForcibly);
    folder.delete();
    living.remove(this);
  }
}
