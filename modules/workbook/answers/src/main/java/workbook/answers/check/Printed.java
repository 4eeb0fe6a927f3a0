package workbook.answers.check;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What an answer prints, so many lines and bytes of it. The rest is counted. Whoever looks at it
/// waits for nobody: not even for an answer that prints without end.
final class Printed extends OutputStream {

  private static final int MOST_LINES = 24;
  private static final int MOST_BYTES = 4096;

  private final byte[] kept = new byte[MOST_BYTES];
  private volatile int size;
  private volatile long lost;
  private int lines;

  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int fits = 0;
    while (fits < length && size + fits < MOST_BYTES && lines < MOST_LINES) {
      lines += bytes[offset + fits] == '\n' ? 1 : 0;
      fits++;
    }
    System.arraycopy(bytes, offset, kept, size, fits);
    size += fits;
    lost += length - fits;
  }

  String text() {
    String text = new String(kept, 0, size, StandardCharsets.UTF_8);
    return lost == 0 ? text : "%s%n… and %,d bytes more".formatted(text.stripTrailing(), lost);
  }
}
