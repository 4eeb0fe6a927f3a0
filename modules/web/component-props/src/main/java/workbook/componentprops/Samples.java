package workbook.componentprops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The page's component.
final class Samples {

  /// The name of its file.
  static final String FILE = "BlogPost.java";

  /// The name of one with faults.
  static final String WRONG = "WrongPost.java";

  private Samples() {}

  static String source(String file) {
    try (InputStream in = Samples.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The runtime declaration that the processor makes of it.
  static Map<String, Prop> blogPost() {
    return Component.of(FILE, source(FILE)).declarations().get("BlogPostProps");
  }
}
