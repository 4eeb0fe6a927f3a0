package workbook.paralleltraining;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workbook.lab.Refusal;

/// Worker processes, started by this one and ended with it.
///
/// They are told apart from other programs by a secret that each is given on its standard input,
/// where nobody else sees it. [#close] ends them; and however else this process ends, they notice
/// that its sockets are closed.
public final class Cluster implements AutoCloseable {

  /// So long a worker may take to start.
  private static final int PATIENCE_MS = 60_000;

  private static final String EARLY = "has gone before all had started";

  private final List<Process> processes = new ArrayList<>();
  private final List<WorkerSocket> workers = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Cluster() {}

  /// Starts so many workers, and connects each with all others.
  ///
  /// @throws WorkerLost if one ends before all are connected
  /// @throws Refusal if one does not start
  public static Cluster of(int size) {
    Cluster cluster = new Cluster();
    try {
      cluster.start(size);
      return cluster;
    } catch (IOException | RuntimeException e) {
      Optional<WorkerLost> dead = cluster.dead();
      cluster.close();
      if (dead.isPresent()) {
        throw dead.get();
      }
      throw e instanceof WorkerLost lost
          ? lost
          : new Refusal("the workers do not start: " + reason(e), e);
    }
  }

  /// In a line: of a process that cannot be started the JDK says more.
  static String reason(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage().lines().findFirst().orElse("");
  }

  private void start(int size) throws IOException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    try (ServerSocket listening = new ServerSocket(0, size, InetAddress.getLoopbackAddress())) {
      listening.setSoTimeout(PATIENCE_MS);
      for (int rank = 0; rank < size; rank++) {
        Process process =
            new ProcessBuilder(command())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        process.onExit().thenRun(() -> close(listening));
        try (OutputStream input = process.getOutputStream()) {
          String line = listening.getLocalPort() + " " + secret + " " + rank + "\n";
          input.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
          throw new WorkerLost(rank, EARLY);
        }
      }
      connect(listening, secret, size);
    }
  }

  private void connect(ServerSocket listening, String secret, int size) throws IOException {
    WorkerSocket[] greeted = new WorkerSocket[size];
    try {
      for (int missing = size; missing > 0; ) {
        Socket socket = listening.accept();
        int rank = Mesh.Greeting.of(socket, secret);
        if (rank < 0 || rank >= size || greeted[rank] != null) {
          socket.close();
        } else {
          greeted[rank] = new WorkerSocket(rank, socket);
          missing--;
        }
      }
    } finally {
      workers.addAll(Stream.of(greeted).filter(Objects::nonNull).toList());
    }
    int[] ports = workers.stream().mapToInt(WorkerSocket::port).toArray();
    for (WorkerSocket worker : workers) {
      try {
        worker.introduce(ports);
      } catch (IOException _) {
        throw new WorkerLost(worker.rank(), EARLY);
      }
    }
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-Xmx128m",
        "-Dstderr.encoding=UTF-8",
        "-cp",
        System.getProperty("java.class.path"),
        Worker.class.getName());
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The processes, in the order of the ranks.
  List<ProcessHandle> handles() {
    return processes.stream().map(Process::toHandle).toList();
  }

  /// Gives the first `size` workers a command each, and waits for all answers.
  ///
  /// @throws WorkerLost if one of them has gone, or is silent
  List<Reply> ask(int size, IntFunction<String> command) {
    CompletionService<Integer> answers = new ExecutorCompletionService<>(threads);
    Reply[] replies = new Reply[size];
    for (int rank = 0; rank < size; rank++) {
      WorkerSocket worker = workers.get(rank);
      String line = command.apply(rank);
      answers.submit(() -> {
        replies[worker.rank()] = worker.ask(line);
        return worker.rank();
      });
    }
    WorkerLost second = null;
    try {
      for (int i = 0; i < size; i++) {
        try {
          answers.take().get();
        } catch (ExecutionException e) {
          switch (e.getCause()) {
            case WorkerSocket.LostAnother lost -> second = lost.reason();
            case RuntimeException cause -> throw cause;
            default -> throw new IllegalStateException(e.getCause());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted while the workers were at work", e);
    }
    if (second != null) {
      throw second;
    }
    return List.of(replies);
  }

  /// The same command for all.
  List<Reply> ask(int size, String command) {
    return ask(size, _ -> command);
  }

  private Optional<WorkerLost> dead() {
    return IntStream.range(0, processes.size())
        .filter(rank -> !processes.get(rank).isAlive())
        .mapToObj(rank ->
            new WorkerLost(rank, EARLY + ", with status " + processes.get(rank).exitValue()))
        .findFirst();
  }

  /// Ends all workers, and waits until they have ended.
  @Override
  public void close() {
    hangUp();
    processes.forEach(Process::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
    threads.shutdownNow();
  }

  /// Closes the sockets to the workers, as the end of this process does. They end for it.
  void hangUp() {
    workers.forEach(WorkerSocket::close);
  }
}
