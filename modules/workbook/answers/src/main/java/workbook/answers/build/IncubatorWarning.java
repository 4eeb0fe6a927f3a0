package workbook.answers.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What a JVM prints before all else where a module of the JDK still incubates. It tells a reader
/// nothing, and is in the way of the output.
final class IncubatorWarning {

  private static final String START = "WARNING: Using incubator modules: ";

  private IncubatorWarning() {}

  /// Copies a JVM's error output as it comes, without that line.
  static void dropFrom(InputStream errors, OutputStream out) throws IOException {
    byte[] start = START.getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    int next = errors.read();
    while (next >= 0 && read.size() < start.length && next == start[read.size()]) {
      read.write(next);
      next = errors.read();
    }
    if (read.size() == start.length) {
      while (next >= 0 && next != '\n') {
        next = errors.read();
      }
    } else {
      read.writeTo(out);
      if (next >= 0) {
        out.write(next);
      }
    }
    byte[] buffer = new byte[8192];
    for (int length = 0; length >= 0; length = errors.read(buffer)) {
      out.write(buffer, 0, length);
      out.flush();
    }
  }
}
