package workbook.builder;

import java.time.Duration;
import java.util.Objects;

/// **Right.** The values by name, the object only when all of them are there and fit together, and
/// never half of one: the builder is what is half built.
///
/// @param host not blank
/// @param port 1 to 65535
/// @param timeout more than nothing
public record Server(String host, int port, Duration timeout, boolean encrypted) {

  /// @throws IllegalArgumentException if a value is not what it may be
  public Server {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(timeout, "timeout");
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host must not be blank");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("the port must be 1 to 65535, and was " + port);
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("the timeout must be positive, and was " + timeout);
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Gathers the values. All but the host have one to begin with.
  public static final class Builder {
    private String host;
    private int port = 5432;
    private Duration timeout = Duration.ofSeconds(30);
    private boolean encrypted = true;

    private Builder() {}

    public Builder host(String host) {
      this.host = host;
      return this;
    }

    public Builder port(int port) {
      this.port = port;
      return this;
    }

    public Builder timeout(Duration timeout) {
      this.timeout = timeout;
      return this;
    }

    public Builder encrypted(boolean encrypted) {
      this.encrypted = encrypted;
      return this;
    }

    /// @throws IllegalStateException if there is no host
    /// @throws IllegalArgumentException if a value is not what it may be
    public Server build() {
      if (host == null) {
        throw new IllegalStateException("a server needs a host: call host(…) before build()");
      }
      return new Server(host, port, timeout, encrypted);
    }
  }
}
