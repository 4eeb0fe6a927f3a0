package workbook.paralleltraining;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import workbook.lab.Refusal;

/// The parent's end of the socket between it and a worker.
final class WorkerSocket {

  /// A worker says every second that it is there. One that is silent for so long has stopped.
  static final int PATIENCE_MS = 10 * Worker.HEARTBEAT_MS;

  private final int rank;
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final int port;

  WorkerSocket(int rank, Socket socket) throws IOException {
    this.rank = rank;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
    port = in.readInt();
    socket.setSoTimeout(PATIENCE_MS);
  }

  /// A worker says that it has lost another, and cannot go on.
  static final class LostAnother extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient WorkerLost reason;

    LostAnother(WorkerLost reason) {
      this.reason = reason;
    }

    WorkerLost reason() {
      return reason;
    }
  }

  int rank() {
    return rank;
  }

  /// At which it waits for other workers.
  int port() {
    return port;
  }

  void introduce(int[] ports) throws IOException {
    out.writeInt(ports.length);
    for (int each : ports) {
      out.writeInt(each);
    }
    out.flush();
  }

  /// Has the worker obey.
  ///
  /// @throws WorkerLost if it has gone or is silent
  /// @throws LostAnother if it is there, and misses another one
  /// @throws Refusal if it cannot, with the reason
  Reply ask(String command) {
    try {
      out.writeUTF(command);
      out.flush();
      byte kind = in.readByte();
      while (kind == Worker.ALIVE) {
        kind = in.readByte();
      }
      return switch (kind) {
        case Worker.ANSWER -> Reply.read(in);
        case Worker.LOST -> throw new LostAnother(new WorkerLost(rank, "says: " + in.readUTF()));
        case Worker.REFUSED -> throw new Refusal(in.readUTF());
        default -> throw new IllegalStateException("worker %d: %s".formatted(rank, in.readUTF()));
      };
    } catch (SocketTimeoutException _) {
      throw new WorkerLost(rank, "has been silent for %d seconds".formatted(PATIENCE_MS / 1000));
    } catch (EOFException _) {
      throw new WorkerLost(rank, "has gone");
    } catch (IOException e) {
      throw new WorkerLost(rank, "has gone: " + e.getMessage());
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
