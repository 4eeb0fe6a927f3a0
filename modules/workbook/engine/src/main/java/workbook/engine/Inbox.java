package workbook.engine;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/// A driver's socket that tells whether all that has come was taken in. A notice comes while a
/// statement still runs, or waits for a lock; the thread that waits for the result reads it, and
/// who asks the server over another connection may be faster.
final class Inbox extends Socket {

  /// How many bytes were taken from the network first, so many waits have ended.
  private final AtomicLong ended = new AtomicLong();

  private volatile boolean waiting;

  /// Whether the reader waits, and there is nothing for it.
  boolean isEmpty() {
    try {
      long before = ended.get();
      return waiting && super.getInputStream().available() == 0 && ended.get() == before;
    } catch (IOException _) {
      // Nothing more comes over a connection that is closed.
      return true;
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Taken(super.getInputStream());
  }

  /// Waits for one byte only. No message is so short: as long as the end of the wait is not noted,
  /// the rest of the message is still there to be seen.
  private final class Taken extends FilterInputStream {

    Taken(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      waiting = true;
      try {
        return in.read();
      } finally {
        ended.incrementAndGet();
        waiting = false;
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int first = read();
      if (first < 0) {
        return -1;
      }
      bytes[offset] = (byte) first;
      int more = Math.min(length - 1, in.available());
      return more <= 0 ? 1 : 1 + Math.max(0, in.read(bytes, offset + 1, more));
    }
  }

  /// Made by PostgreSQL's driver, by its name, for each connection.
  public static final class Factory extends SocketFactory {

    private static final Map<String, Inbox> NEW = new ConcurrentHashMap<>();

    private final String key;

    /// @param key who asks for the connection
    public Factory(String key) {
      this.key = key;
    }

    /// The last one that was made for a key, which is forgotten with that.
    static Optional<Inbox> take(String key) {
      return Optional.ofNullable(NEW.remove(key));
    }

    @Override
    public Socket createSocket() {
      Inbox inbox = new Inbox();
      NEW.put(key, inbox);
      return inbox;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
