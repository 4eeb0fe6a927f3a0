package workbook.isolationlevels;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.model.Container;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;

/// A server's container, which `docker pause` stops where it is: the kernel goes on taking
/// connections for it, and nobody answers. It goes on when this is closed.
final class Paused implements Line {

  /// The run under test gives its step 10 s: a freeze later than this would find it over.
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final String url;
  private final String container;
  private final DockerClient docker = DockerClientFactory.instance().client();
  private boolean paused;

  /// @param url leads to a port of the container
  Paused(String url) {
    this.url = url;
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    this.container =
        docker.listContainersCmd().exec().stream()
            .filter(each -> publishes(each, port))
            .findFirst()
            .orElseThrow()
            .getId();
  }

  /// By IPv4: a port of the same number by IPv6 may be another container's.
  private static boolean publishes(Container container, int port) {
    return Arrays.stream(container.getPorts())
        .anyMatch(published ->
            "0.0.0.0".equals(published.getIp()) && Objects.equals(published.getPublicPort(), port));
  }

  @Override
  public String url() {
    return url;
  }

  /// On cgroup v1, runc gives up within a fraction of a second where not every thread of the server
  /// has come to rest by then, be it in a write or for want of a processor; asked again, it begins
  /// anew.
  @Override
  public void freeze() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!paused) {
      try {
        docker.pauseContainerCmd(container).exec();
        paused = true;
      } catch (InternalServerErrorException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  @Override
  public void close() {
    if (paused) {
      docker.unpauseContainerCmd(container).exec();
    }
  }
}
