package workbook.postgresqlsetup;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The file of rules that the page speaks of.
final class Samples {

  private static final String NAME = "sample";

  private Samples() {}

  /// The file that a reader names; the page's if that is `sample`, and there is no such file.
  static Path rules(Path named) {
    if (!named.toString().equals(NAME) || Files.exists(named)) {
      return named;
    }
    try {
      URI file = Objects.requireNonNull(Samples.class.getResource("pg_hba.conf")).toURI();
      return Path.of(file);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
