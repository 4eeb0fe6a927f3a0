package workbook.isolationlevels;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;

/// A server's container, which `docker pause` stops where it is: the kernel goes on taking
/// connections for it, and nobody answers. It goes on when this is closed.
final class Paused implements Line {

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

  @Override
  public void freeze() {
    docker.pauseContainerCmd(container).exec();
    paused = true;
  }

  @Override
  public void close() {
    if (paused) {
      docker.unpauseContainerCmd(container).exec();
    }
  }
}
