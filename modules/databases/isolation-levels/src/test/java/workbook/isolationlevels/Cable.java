package workbook.isolationlevels;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A connection to a server that can be cut, or freeze: a port here that leads to its port, until
/// it is closed. Frozen it is as a paused server is: it takes connections, and never answers.
final class Cable implements Line {

  private static final Pattern HOST = Pattern.compile("//([^:/]+):(\\d+)/");

  private final Matcher host;
  private final InetSocketAddress target;
  private final ServerSocket port;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean frozen;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  private Cable(String url) throws IOException {
    this.host = HOST.matcher(url);
    if (!host.find()) {
      throw new IllegalArgumentException(url);
    }
    this.target = new InetSocketAddress(host.group(1), Integer.parseInt(host.group(2)));
    port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  static Cable to(String url) throws IOException {
    return new Cable(url);
  }

  @Override
  public String url() {
    return host.replaceFirst("//localhost:" + port.getLocalPort() + "/");
  }

  private void accept() {
    while (!port.isClosed()) {
      try {
        Socket here = port.accept();
        Socket there = new Socket(target.getAddress(), target.getPort());
        sockets.addAll(List.of(here, there));
        Thread.ofVirtual().start(() -> copy(here, there));
        Thread.ofVirtual().start(() -> copy(there, here));
      } catch (IOException _) {
        // It was cut.
        return;
      }
    }
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      byte[] bytes = new byte[8192];
      int count = from.getInputStream().read(bytes);
      while (count >= 0) {
        if (frozen) {
          // What it holds is lost with it: a login that arrived after the end would be a session
          // that nobody has.
          end.await();
          return;
        }
        to.getOutputStream().write(bytes, 0, count);
        count = from.getInputStream().read(bytes);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException _) {
      // It was cut, or one side has closed it.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }

  @Override
  public void freeze() {
    frozen = true;
  }

  void cut() throws IOException {
    end.countDown();
    port.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
