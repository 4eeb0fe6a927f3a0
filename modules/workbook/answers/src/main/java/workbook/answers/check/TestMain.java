package workbook.answers.check;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import workbook.answers.check.Event.Kind;

/// The process in which answers run. It reads jobs from its standard input, tells on its standard
/// output how the tests go, and ends when the command ends. Whatever an answer does to it, the
/// command goes on.
final class TestMain {

  private final DataOutputStream out;
  private final WorkingFolder folder = new WorkingFolder(Path.of("").toAbsolutePath());
  private final Watchdog watchdog;

  private TestMain(DataOutputStream out) {
    this.out = out;
    this.watchdog = new Watchdog(Thread.currentThread(), folder, this::send);
  }

  static void main() throws InterruptedException {
    InputStream in = System.in;
    System.setIn(InputStream.nullInputStream());
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    TestMain main = new TestMain(out);
    Thread.ofPlatform().daemon().start(() -> main.read(in, jobs));
    Runtime.getRuntime().addShutdownHook(new Thread(main.watchdog::exiting));
    TestRun.warmUp();
    while (true) {
      main.run(jobs.take());
    }
  }

  private void read(InputStream in, BlockingQueue<Job> jobs) {
    try (DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
      while (true) {
        jobs.add(Job.read(data));
      }
    } catch (IOException _) {
      // The command has ended.
      leaveNothing();
    }
  }

  private void run(Job job) {
    Surroundings before = Surroundings.now();
    Printed printed = new Printed();
    System.setOut(printed.stream());
    System.setErr(printed.stream());
    watchdog.begin(job, printed);
    boolean intact = true;
    try {
      if (job.counted()) {
        send(Event.of(Kind.STARTED, ""));
        send(Event.of(Kind.COUNTED, Integer.toString(TestRun.count(job))));
      } else {
        TestRun.of(job, this::send);
      }
    } catch (Throwable thrown) {
      // JUnit lets pass what leaves a JVM in doubt.
      intact = false;
      watchdog.broken(thrown);
    }
    watchdog.end();
    send(Event.of(Kind.PRINTED, printed.text()));
    String left = before.left();
    if (!left.isEmpty()) {
      send(Event.of(Kind.LEFT, left));
    }
    boolean ready = folder.clear() && intact && before.equals(Surroundings.now());
    send(Event.of(ready ? Kind.READY : Kind.SPOILT));
  }

  private synchronized void send(Event event) {
    watchdog.heard();
    try {
      event.write(out);
    } catch (IOException _) {
      // Nobody listens any more.
      leaveNothing();
    }
  }

  private void leaveNothing() {
    Processes.end(Processes.mark());
    folder.delete();
    Runtime.getRuntime().halt(0);
  }
}
