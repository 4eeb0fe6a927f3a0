package workbook.answers.check;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What an answer prints, up to a limit. The rest is counted.
final class Printed extends OutputStream {

  private static final int LIMIT = 16 * 1024;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long lost;

  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int fits = Math.min(length, LIMIT - kept.size());
    kept.write(bytes, offset, fits);
    lost += length - fits;
  }

  synchronized String text() {
    String text = kept.toString(StandardCharsets.UTF_8);
    return lost == 0 ? text : text + "\n… and %,d bytes more".formatted(lost);
  }
}
