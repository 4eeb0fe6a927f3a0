package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An inbox")
class InboxTest {

  private static final int MESSAGE = 5;

  @Test
  @Timeout(60)
  @DisplayName("is empty only when its reader waits, and all that came before was dealt with")
  void empty() throws Exception {
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Inbox inbox = (Inbox) new Inbox.Factory("key").createSocket();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      assertThat(Inbox.Factory.take("key")).containsSame(inbox);
      assertThat(Inbox.Factory.take("key")).isEmpty();
      inbox.connect(port.getLocalSocketAddress());
      assertThat(inbox.isEmpty()).as("nobody reads").isFalse();
      try (Socket server = port.accept()) {
        OutputStream out = server.getOutputStream();
        CountDownLatch dealtWith = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        Future<byte[]> reader =
            threads.submit(() -> {
              InputStream in = inbox.getInputStream();
              byte[] message = in.readNBytes(MESSAGE);
              read.countDown();
              dealtWith.await();
              in.read(new byte[MESSAGE]);
              return message;
            });
        awaitEmpty(inbox);
        out.write(new byte[] {1, 2, 3, 4, 5});
        read.await();
        assertThat(inbox.isEmpty()).as("it is being dealt with").isFalse();
        dealtWith.countDown();
        awaitEmpty(inbox);
        out.write(6);
        assertThat(reader.get()).containsExactly(1, 2, 3, 4, 5);
      }
    }
  }

  private static void awaitEmpty(Inbox inbox) {
    while (!inbox.isEmpty()) {
      Thread.onSpinWait();
    }
  }
}
