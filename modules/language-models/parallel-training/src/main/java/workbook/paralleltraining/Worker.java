package workbook.paralleltraining;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// A worker process. It does what [Cluster] tells it, and ends when that is gone: the end of its
/// parent closes the socket between them, whatever way the parent ended.
@Command(
    name = "parallel-training/worker",
    hidden = true,
    description = "One worker process; the other examples start it, and nobody else need.")
public final class Worker implements Example {

  /// What a worker sends in front of what it has to say.
  static final byte ALIVE = 0;

  static final byte ANSWER = 1;
  static final byte LOST = 2;
  static final byte REFUSED = 3;
  static final byte FAILED = 4;

  static final int HEARTBEAT_MS = 1_000;

  /// Ctrl-C reaches the workers, too. They go on until their parent, which may want to end its step
  /// and write a checkpoint, has ended; but no longer than this.
  private static final int GRACE_MS = 3_000;

  static void main(String[] args) {
    Example.main(new Worker(), args);
  }

  @Override
  public int run(PrintStream out) {
    try {
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String[] words = String.valueOf(input.readLine()).split(" ");
      if (words.length != 3 || !words[0].matches("[0-9]{1,5}") || !words[2].matches("[0-9]{1,2}")) {
        throw new IllegalArgumentException(
            "a worker reads a port, a secret and a rank; `./workbook run parallel-training` starts"
                + " workers itself");
      }
      work(Integer.parseInt(words[0]), words[1], Integer.parseInt(words[2]));
      return 0;
    } catch (BindException e) {
      throw new IllegalArgumentException("this worker finds no port: " + e.getMessage(), e);
    } catch (SocketException | EOFException _) {
      // The parent has gone, and nobody is there to be told; or another worker has, and the parent
      // sees that itself.
      return 1;
    } catch (IOException e) {
      throw new IllegalArgumentException("this worker has no connection: " + e.getMessage(), e);
    }
  }

  private static void work(int port, String secret, int rank) throws IOException {
    try (Socket parent = new Socket(InetAddress.getLoopbackAddress(), port);
        ServerSocket listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(parent.getInputStream(), 1 << 16));
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(parent.getOutputStream(), 1 << 16));
      out.writeUTF(secret);
      out.writeInt(rank);
      out.writeInt(listening.getLocalPort());
      out.flush();
      int[] ports = new int[in.readInt()];
      for (int i = 0; i < ports.length; i++) {
        ports[i] = in.readInt();
      }
      try (Mesh mesh = new Mesh(rank, listening, ports, secret)) {
        obey(new Jobs(mesh), commands(in), out, mesh);
      }
    }
  }

  /// Reads commands beside the work, so that the end of the parent is noticed in the midst of it.
  private static BlockingQueue<String> commands(DataInputStream in) {
    BlockingQueue<String> commands = new LinkedBlockingQueue<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            while (true) {
              commands.add(in.readUTF());
            }
          } catch (IOException _) {
            Runtime.getRuntime().halt(0);
          }
        });
    return commands;
  }

  /// Until the parent ends this process.
  private static void obey(
      Jobs jobs, BlockingQueue<String> commands, DataOutputStream out, Mesh mesh)
      throws IOException {
    Thread.ofPlatform().daemon().start(() -> beat(out));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> waitFor(GRACE_MS)));
    while (true) {
      try {
        Reply reply = jobs.obey(commands.take());
        synchronized (out) {
          out.writeByte(ANSWER);
          reply.write(out);
          out.flush();
        }
      } catch (WorkerLost e) {
        mesh.close(); // Those who wait for this one must not wait on.
        say(out, LOST, e.getMessage());
      } catch (InterruptedException _) {
        return;
      } catch (Refusal | IOException e) {
        say(out, REFUSED, e.getMessage());
      } catch (RuntimeException e) {
        mesh.close();
        say(out, FAILED, String.valueOf(e));
      }
    }
  }

  private static void beat(DataOutputStream out) {
    try {
      while (true) {
        Thread.sleep(HEARTBEAT_MS);
        synchronized (out) {
          out.writeByte(ALIVE);
          out.flush();
        }
      }
    } catch (InterruptedException | IOException _) {
      Runtime.getRuntime().halt(0);
    }
  }

  /// The end of the parent ends this process, and so the wait.
  private static void waitFor(int ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(DataOutputStream out, byte kind, String message) throws IOException {
    synchronized (out) {
      out.writeByte(kind);
      out.writeUTF(message);
      out.flush();
    }
  }
}
