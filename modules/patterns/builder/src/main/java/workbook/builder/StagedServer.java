package workbook.builder;

import java.time.Duration;

/// **Right, where a step must not be forgotten.** Each step gives back only the next one, so a
/// program that leaves one out does not compile. It costs an interface a step, and an order.
public final class StagedServer {

  private StagedServer() {}

  /// The first step.
  public interface NeedsHost {
    NeedsPort host(String host);
  }

  /// The second step.
  public interface NeedsPort {
    Ready port(int port);
  }

  /// What may be left out, and the end.
  public interface Ready {
    Ready timeout(Duration timeout);

    Server build();
  }

  public static NeedsHost builder() {
    return host -> port -> new Steps(host, port, Duration.ofSeconds(30));
  }

  /// A step back is impossible too: every step is a value of its own.
  private record Steps(String host, int port, Duration timeout) implements Ready {
    @Override
    public Ready timeout(Duration newTimeout) {
      return new Steps(host, port, newTimeout);
    }

    @Override
    public Server build() {
      return new Server(host, port, timeout, true);
    }
  }
}
