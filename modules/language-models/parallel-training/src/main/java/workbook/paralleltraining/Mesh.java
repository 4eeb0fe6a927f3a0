package workbook.paralleltraining;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Objects;

/// A worker's sockets to all others, by way of the loopback interface. No port is fixed: each
/// listens at one that the operating system chooses.
final class Mesh implements Communicator, Closeable {

  private static final int PATIENCE_MS = 30_000;

  private final int rank;
  private final Wire[] wires;

  /// Connects to the workers before this one, and waits for those behind it.
  ///
  /// @param listening at the port of this worker
  /// @param ports of all workers
  /// @param secret what tells a worker from any other program that connects
  Mesh(int rank, ServerSocket listening, int[] ports, String secret) throws IOException {
    this.rank = rank;
    this.wires = new Wire[ports.length];
    for (int peer = 0; peer < rank; peer++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports[peer]);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeUTF(secret);
      out.writeInt(rank);
      wires[peer] = new Wire(peer, socket);
    }
    listening.setSoTimeout(PATIENCE_MS);
    for (int missing = ports.length - 1 - rank; missing > 0; missing--) {
      accept(listening, secret);
    }
  }

  private void accept(ServerSocket listening, String secret) throws IOException {
    while (true) {
      Socket socket = listening.accept();
      int peer = Greeting.of(socket, secret);
      if (peer > rank && peer < wires.length && wires[peer] == null) {
        wires[peer] = new Wire(peer, socket);
        return;
      }
      socket.close();
    }
  }

  /// What a worker says first.
  static final class Greeting {

    private static final int PATIENCE_MS = 5_000;

    private Greeting() {}

    /// The number behind the secret, or -1 if the other does not know it. Byte by byte, for what is
    /// read ahead would be lost to the wire.
    static int of(Socket socket, String secret) throws IOException {
      socket.setSoTimeout(PATIENCE_MS);
      try {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        boolean known = in.readUTF().equals(secret);
        socket.setSoTimeout(0);
        return known ? in.readInt() : -1;
      } catch (IOException _) {
        return -1;
      }
    }
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public int size() {
    return wires.length;
  }

  @Override
  public void send(int to, float[] x, int from, int length) {
    wires[to].send(x, from, length);
  }

  @Override
  public void receive(int from, float[] x, int at, int length) {
    wires[from].receive(x, at, length);
  }

  @Override
  public long sentBytes() {
    return Arrays.stream(wires).filter(Objects::nonNull).mapToLong(Wire::written).sum();
  }

  @Override
  public void close() throws IOException {
    for (Wire wire : wires) {
      if (wire != null) {
        wire.close();
      }
    }
  }
}
