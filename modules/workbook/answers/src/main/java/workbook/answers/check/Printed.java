package workbook.answers.check;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What an answer prints, up to a limit. The rest is counted. Whoever looks at it waits for nobody:
/// not even for an answer that prints without end.
final class Printed extends OutputStream {

  private static final int LIMIT = 16 * 1024;

  private final byte[] kept = new byte[LIMIT];
  private volatile int size;
  private volatile long lost;

  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int fits = Math.min(length, LIMIT - size);
    System.arraycopy(bytes, offset, kept, size, fits);
    size += fits;
    lost += length - fits;
  }

  String text() {
    String text = new String(kept, 0, size, StandardCharsets.UTF_8);
    return lost == 0 ? text : text + "\n… and %,d bytes more".formatted(lost);
  }
}
