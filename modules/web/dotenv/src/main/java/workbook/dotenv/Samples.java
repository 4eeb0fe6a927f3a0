package workbook.dotenv;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/// The small project that the page speaks of.
final class Samples {

  private Samples() {}

  /// Its folder.
  static Path shop() {
    try {
      URI file = Objects.requireNonNull(Samples.class.getResource("shop/.env")).toURI();
      return Path.of(file).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
