package workbook.pretraining;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import workbook.autograd.Trained;

/// The readers that `./workbook run pretraining/train KIND --checkpoint FILE` makes: the files are
/// what it wrote, after 2000 steps with seed 1.
final class SmallReader {

  private SmallReader() {}

  static Reader read(Reader.Kind kind) {
    Reader reader = kind.untrained(1);
    Trained.read(file(kind + ".safetensors")).copyTo(reader.parameters());
    return reader;
  }

  private static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(SmallReader.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
