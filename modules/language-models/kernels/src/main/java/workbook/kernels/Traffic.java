package workbook.kernels;

import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// What each rung asks of the memory, counted instead of measured: the loops run without the
/// arithmetic, and each address goes through a model of a cache.
///
/// Counted for vectors of 16 floats, and for some of the n rows of `c`; all rows are alike.
///
/// `./workbook run kernels/traffic [N]`
@Command(
    name = "kernels/traffic",
    description = "What each rung of the ladder asks of the memory, counted in a model of a cache.")
public final class Traffic implements Example {

  /// How many rows are counted where a line of `b` may be used for several of them.
  private static final int TOGETHER = 64;

  /// How many where each row fetches `b` anew, because that is far larger than the cache.
  private static final int ALONE = 8;

  private static final int LARGE = 256;

  private static final int LANES = 16;
  private static final int SLICE = 256;

  @Parameters(
      paramLabel = "N",
      arity = "0..1",
      description = "Rows and columns of the matrices, from 1 to 2048. Without it, 736.")
  private int n = 736;

  private final int rows;
  private final Cache cache = new Cache();

  Traffic() {
    this.rows = TOGETHER;
  }

  /// @param rows of `c`
  Traffic(int n, int rows) {
    this.n = n;
    this.rows = rows;
  }

  static void main(String[] args) {
    Example.main(new Traffic(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("N", n, 1, 2048);
    out.printf("for each 1000 multiply-adds of a %d x %d product:%n%n", n, n);
    out.println("             loads and stores  cache lines fetched");
    int alone = n > LARGE ? ALONE : TOGETHER;
    print(out, "naive", alone, Traffic::naive);
    print(out, "reordered", alone, Traffic::reordered);
    print(out, "blocked", TOGETHER, Traffic::blocked);
    print(out, "vectorised", alone, Traffic::vectorised);
    print(out, "tiled", TOGETHER, Traffic::tiled);
    return 0;
  }

  private interface Rung {
    void walk(Traffic traffic);
  }

  private void print(PrintStream out, String name, int rows, Rung rung) {
    Traffic traffic = new Traffic(n, rows);
    rung.walk(traffic);
    out.printf(
        Locale.ROOT,
        "%-12s %16.1f  %19.1f%n",
        name,
        traffic.perThousand(traffic.cache.accesses()),
        traffic.perThousand(traffic.cache.misses()));
  }

  private double perThousand(long count) {
    return 1000.0 * count / ((long) rows * n * n);
  }

  long accesses() {
    return cache.accesses();
  }

  long misses() {
    return cache.misses();
  }

  /// The sum stays in a register.
  void naive() {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          a(i, k);
          b(k, j);
        }
        c(i, j);
      }
    }
  }

  void reordered() {
    block(0, n, 0, n, 1);
  }

  void blocked() {
    for (int k = 0; k < n; k += Blocked.SIDE) {
      for (int j = 0; j < n; j += Blocked.SIDE) {
        block(k, Math.min(k + Blocked.SIDE, n), j, Math.min(j + Blocked.SIDE, n), 1);
      }
    }
  }

  void vectorised() {
    block(0, n, 0, n, LANES);
  }

  /// A load of `b`, a load and a store of `c` for each step of so many columns.
  private void block(int fromK, int toK, int fromJ, int toJ, int step) {
    for (int i = 0; i < rows; i++) {
      for (int k = fromK; k < toK; k++) {
        a(i, k);
        for (int j = fromJ; j < toJ; j += step) {
          b(k, j);
          c(i, j);
          c(i, j);
        }
      }
    }
  }

  /// Tiles of 8 rows and 2 vectors. The panels of a slice are packed once for all n rows.
  void tiled() {
    for (int slice = 0; slice < n; slice += SLICE) {
      int depth = Math.min(SLICE, n - slice);
      for (int j = 0; j < n; j += 2 * LANES) {
        for (int i = 0; i < rows; i += 8) {
          tile(i, j);
          for (int k = 0; k < depth; k++) {
            for (int vector = 0; vector < 2; vector++) {
              panel((long) j * depth + k * 2 * LANES + vector * LANES);
            }
            for (int row = 0; row < 8; row++) {
              a(i + row, slice + k);
            }
          }
          tile(i, j);
        }
      }
    }
  }

  private void tile(int i, int j) {
    for (int row = 0; row < 8; row++) {
      c(i + row, j);
      c(i + row, j + LANES);
    }
  }

  private void a(int i, int k) {
    cache.access(4L * (i * n + k));
  }

  private void b(int k, int j) {
    cache.access(matrix(1) + 4L * (k * n + j));
  }

  private void c(int i, int j) {
    cache.access(matrix(2) + 4L * (i * n + j));
  }

  private void panel(long at) {
    cache.access(matrix(3) + 4 * at);
  }

  /// Where in memory a matrix begins, one behind the other, each at the start of a line.
  private long matrix(int index) {
    return Math.ceilDiv(4L * n * n, Cache.LINE) * Cache.LINE * index;
  }
}
