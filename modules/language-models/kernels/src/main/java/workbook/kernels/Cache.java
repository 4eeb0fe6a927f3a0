package workbook.kernels;

import java.util.Arrays;

/// A first level cache: 32 KB in lines of 64 bytes, 8 ways. A line can stand in the 8 places of one
/// set, which its address decides; the one unused for longest makes room for a new one.
final class Cache {

  static final int LINE = 64;
  private static final int WAYS = 8;
  private static final int SETS = 32 * 1024 / LINE / WAYS;

  /// The lines of each set, the one used last in front.
  private final long[] lines = new long[SETS * WAYS];

  private long accesses;
  private long misses;

  Cache() {
    Arrays.fill(lines, -1);
  }

  /// Loads or stores up to 64 bytes that lie in one line.
  void access(long address) {
    accesses++;
    long line = address / LINE;
    int set = (int) (line % SETS) * WAYS;
    int way = 0;
    while (way < WAYS && lines[set + way] != line) {
      way++;
    }
    if (way == WAYS) {
      misses++;
      way--;
    }
    if (way > 0) {
      System.arraycopy(lines, set, lines, set + 1, way);
      lines[set] = line;
    }
  }

  long accesses() {
    return accesses;
  }

  long misses() {
    return misses;
  }
}
