package workbook.paralleltraining;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// The socket between two workers. What is to be sent is written by a thread of its own, so a
/// worker never waits until the other reads: in a ring where all send first, that would be for ever
/// as soon as a chunk is larger than the buffers of the operating system.
final class Wire implements Closeable {

  private final int peer;
  private final Socket socket;
  private final DataInputStream in;
  private final LinkedBlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
  private final AtomicLong written;
  private final Thread writer;

  /// @param written to which the bytes are added that go into the socket
  Wire(int peer, Socket socket, AtomicLong written) throws IOException {
    this.peer = peer;
    this.socket = socket;
    this.written = written;
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    OutputStream out = socket.getOutputStream();
    writer = Thread.ofPlatform().daemon().start(() -> write(out));
  }

  private void write(OutputStream out) {
    try {
      while (true) {
        byte[] bytes = outgoing.take();
        // Before: the one who has received them may ask how many there were.
        written.addAndGet(bytes.length);
        out.write(bytes);
      }
    } catch (IOException | InterruptedException _) {
      // Who reads from this peer next learns that it has gone.
    }
  }

  void send(float[] x, int from, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * length);
    bytes.asFloatBuffer().put(x, from, length);
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
