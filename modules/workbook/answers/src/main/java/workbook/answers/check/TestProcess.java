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
import java.util.concurrent.ConcurrentHashMap;
import workbook.answers.build.Run;
import workbook.answers.check.Event.Kind;

/// A process in which answers of one topic run, one after the other. It is started before there is
/// one, so that it is ready when the compiler is.
final class TestProcess {

  /// Beyond the time limit, for a process that no longer manages to say what happened.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Set<TestProcess> living = ConcurrentHashMap.newKeySet();

  private static TestProcess idle;

  private final Path topic;
  private final Process process;
  private final DataOutputStream jobs;
  private final DataInputStream events;
  private volatile boolean usable = true;

  private TestProcess(Path topic, Process process) {
    this.topic = topic;
    this.process = process;
    this.jobs = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.events = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    living.add(this);
  }

  /// A process for a topic: the idle one, or a new one.
  static synchronized TestProcess take(Path topic) {
    TestProcess taken = idle;
    idle = null;
    if (taken != null && taken.usable && taken.topic.equals(topic)) {
      return taken;
    }
    if (taken != null) {
      taken.end();
    }
    return start(topic);
  }

  /// Keeps the process for the next answer.
  void giveBack() {
    synchronized (TestProcess.class) {
      if (idle == null) {
        idle = this;
      } else {
        end();
      }
    }
  }

  /// Ends the processes that there are, also one in which an answer runs.
  static void endAll() throws InterruptedException {
    for (TestProcess each : living) {
      each.end();
      each.process.waitFor();
    }
  }

  /// Starts one in a topic's folder, where the Maven build runs its tests too.
  private static TestProcess start(Path topic) {
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
            "-Xmx1g"));
    command.addAll(Run.SAME_EVERYWHERE);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), TestMain.class.getName()));
    try {
      return new TestProcess(topic, new ProcessBuilder(command).directory(topic.toFile()).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs an answer's tests. An answer that leaves the process in doubt takes it with it.
  Verdict verdict(Job job) {
    Account account = new Account();
    Duration next = job.limit().plus(GRACE);
    Duration first = next.plus(job.limit().multipliedBy(Watchdog.START));
    Deadline deadline = new Deadline(first, next, process::destroyForcibly);
    try (deadline) {
      job.write(jobs);
      Event event = Event.read(events);
      while (account.add(event)) {
        deadline.extend();
        event = Event.read(events);
      }
      if (event.kind() == Kind.SPOILT) {
        end();
      }
    } catch (StreamCorruptedException _) {
      account.broken("the answer wrote past System.out, where its verdict comes through", "");
      end();
    } catch (IOException _) {
      if (!account.isBroken()) {
        account.broken(reason(deadline), "");
      }
      end();
    }
    return account.verdict();
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

  private void end() {
    usable = false;
    process.destroyForcibly();
    living.remove(this);
  }
}
