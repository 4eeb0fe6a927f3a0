package workbook.paralleltraining;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.LinkedBlockingQueue;

/// The socket between two workers. What is to be sent is written by a thread of its own, so a
/// worker never waits until the other reads: in a ring where all send first, that would be for ever
/// as soon as a chunk is larger than the buffers of the operating system.
final class Wire implements Closeable {

  private final int peer;
  private final Socket socket;
  private final DataInputStream in;
  private final LinkedBlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
  private final Thread writer;

  private long given;
  private long written;
  private boolean broken;

  Wire(int peer, Socket socket) throws IOException {
    this.peer = peer;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    OutputStream out = socket.getOutputStream();
    writer = Thread.ofPlatform().daemon().start(() -> write(out));
  }

  private void write(OutputStream out) {
    try {
      while (true) {
        byte[] bytes = outgoing.take();
        out.write(bytes);
        count(bytes.length);
      }
    } catch (IOException | InterruptedException _) {
      // Who reads from this peer next learns that it has gone.
      giveUp();
    }
  }

  private synchronized void count(int bytes) {
    written += bytes;
    notifyAll();
  }

  private synchronized void giveUp() {
    broken = true;
    notifyAll();
  }

  /// How many bytes the socket has taken, once it has taken all that was to be sent.
  synchronized long written() {
    try {
      while (written < given && !broken) {
        wait();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return written;
  }

  synchronized void send(float[] x, int from, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * length);
    bytes.asFloatBuffer().put(x, from, length);
    given += bytes.capacity();
    outgoing.add(bytes.array());
  }

  /// @throws WorkerLost if there is no more to come
  void receive(float[] x, int at, int length) {
    byte[] bytes = new byte[Float.BYTES * length];
    try {
      in.readFully(bytes);
    } catch (IOException _) {
      throw new WorkerLost(peer, "has closed its connection");
    }
    ByteBuffer.wrap(bytes).asFloatBuffer().get(x, at, length);
  }

  @Override
  public void close() throws IOException {
    writer.interrupt();
    socket.close();
  }
}
