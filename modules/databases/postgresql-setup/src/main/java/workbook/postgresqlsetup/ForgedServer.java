package workbook.postgresqlsetup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A server on a port of its own that answers one client with a forgery.
final class ForgedServer implements AutoCloseable {

  private final ServerSocket listening;
  private final Thread thread;

  ForgedServer(Forgery forgery) {
    try {
      listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = Thread.ofVirtual().start(() -> serve(forgery));
  }

  int port() {
    return listening.getLocalPort();
  }

  private void serve(Forgery forgery) {
    try (Socket client = listening.accept();
        Wire wire = new Wire(client, client.getInputStream(), client.getOutputStream())) {
      wire.receiveStartUp();
      forgery.answer(wire);
      client.shutdownOutput();
      // Until the client hangs up: a reset would take away what it has not read.
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException | Distrust _) {
      // The client has hung up, as it should.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
