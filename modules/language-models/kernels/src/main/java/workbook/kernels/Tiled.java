package workbook.kernels;

import java.util.function.IntFunction;

/// Rung 6: tiles of `c` in registers, and `b` packed into panels in the order in which the tiles
/// read it.
///
/// The terms are cut into slices, so that a panel of `b` stays in the first level cache while the
/// rows of `a` meet it, and the rows into blocks, so that `a` and `c` stay in the second level
/// while the panels go by. A tile at the edge of `c` that is not full is worked on in buffers of
/// full size: the tile's own loop knows no special case.
///
/// Each element gets its terms in the order of k, each by one [Math#fma]. The bits are those of
/// [Rows], whatever the tile.
public final class Tiled implements Multiplication {

  /// Terms to a slice: a panel of 32 columns is 32 KB.
  private static final int SLICE = 256;

  /// Rows to a block: 96 of a slice are 96 KB. With more, a row of `c` would have left the cache
  /// before the next panel goes on with it.
  private static final int BLOCK = 96;

  /// Between rows in a buffer. Without it the floats below each other would compete for few places
  /// of the cache.
  private static final int GAP = 16;

  /// Rows of `b` that are packed together.
  private static final int FEW = 16;

  private final Tile wide;
  private final Tile narrow;
  private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

  /// With the tile that fits this processor's vectors.
  public Tiled() {
    this(Species.tile());
  }

  Tiled(Tile tile) {
    this.wide = tile;
    this.narrow = new Tile8x1();
  }

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    multiply(1, _ -> a, _ -> b, _ -> c, false);
  }

  /// c = a·b. The sums begin with zeros, so that nobody has to write zeros to `c`.
  public void product(Matrix a, Matrix b, Matrix c) {
    multiply(1, _ -> a, _ -> b, _ -> c, true);
  }

  /// As [FloatKernels#addProducts].
  void addProducts(int count, IntFunction<Matrix> a, IntFunction<Matrix> b, IntFunction<Matrix> c) {
    multiply(count, a, b, c, false);
  }

  /// As [FloatKernels#products].
  void products(int count, IntFunction<Matrix> a, IntFunction<Matrix> b, IntFunction<Matrix> c) {
    multiply(count, a, b, c, true);
  }

  /// One product after the other. A `b` that is the one before is not packed again, if it has but
  /// one slice.
  private void multiply(
      int count,
      IntFunction<Matrix> a,
      IntFunction<Matrix> b,
      IntFunction<Matrix> c,
      boolean anew) {
    Buffers buffer = buffers.get();
    Matrix packed = null;
    for (int i = 0; i < count; i++) {
      Matrix left = a.apply(i);
      Matrix right = b.apply(i);
      Matrix result = c.apply(i);
      Multiplication.check(left, right, result);
      multiply(left, right, result, anew, right == packed, buffer);
      packed = right.rows() <= SLICE ? right : null;
    }
  }

  private void multiply(
      Matrix a, Matrix b, Matrix c, boolean anew, boolean packed, Buffers buffer) {
    int k = 0;
    do {
      int end = Math.min(k + SLICE, a.columns());
      if (!packed) {
        buffer.pack(b.rows(k, end));
      }
      addSlice(a.columns(k, end), c, anew && k == 0, buffer);
      k = end;
    } while (k < a.columns());
  }

  private void addSlice(Matrix a, Matrix c, boolean anew, Buffers buffer) {
    for (int i = 0; i < c.rows(); i += BLOCK) {
      int end = Math.min(i + BLOCK, c.rows());
      addBlock(buffer.inRows(a.rows(i, end)), c.rows(i, end), anew, buffer);
    }
  }

  private void addBlock(Matrix a, Matrix c, boolean anew, Buffers buffer) {
    for (int j = 0; j < c.columns(); j += wide.columns()) {
      Tile tile = tile(c.columns() - j);
      Matrix part = c.columns(j, Math.min(j + tile.columns(), c.columns()));
      addTiles(tile, a, j * a.columns(), part, anew, buffer);
    }
  }

  /// For the columns that are left.
  private Tile tile(int columns) {
    return columns > narrow.columns() ? wide : narrow;
  }

  /// Tiles one below the other. Where sums begin anew the last tile may do some rows again: that
  /// costs less than a tile that is not full.
  private void addTiles(Tile tile, Matrix a, int panel, Matrix c, boolean anew, Buffers buffer) {
    Matrix sums = anew ? buffer.zeros(c) : c;
    boolean fits = c.right() == 1 && c.columns() == tile.columns();
    for (int next = 0; next < c.rows(); next += tile.rows()) {
      int end = Math.min(next + tile.rows(), c.rows());
      int i = anew ? Math.max(0, end - tile.rows()) : next;
      if (fits && end - i == tile.rows()) {
        tile.addProduct(
            a.columns(),
            a.data(),
            a.at() + i * a.down(),
            a.down(),
            buffer.panels,
            buffer.at + panel,
            sums.data(),
            sums.at() + i * sums.down(),
            sums.down(),
            c.data(),
            c.at() + i * c.down(),
            c.down());
      } else {
        addEdge(tile, a.rows(i, end), panel, sums.rows(i, end), c.rows(i, end), buffer);
      }
    }
  }

  /// A tile that is not full, or of a `c` whose rows do not lie in one piece.
  private void addEdge(Tile tile, Matrix a, int panel, Matrix sums, Matrix c, Buffers buffer) {
    int width = tile.columns();
    Matrix full = a.rows() == tile.rows() ? a : buffer.fullRows(a);
    Panels.copy(sums, buffer.c, 0, width);
    tile.addProduct(
        a.columns(),
        full.data(),
        full.at(),
        full.down(),
        buffer.panels,
        buffer.at + panel,
        buffer.c,
        0,
        width,
        buffer.c,
        0,
        width);
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        c.set(i, j, buffer.c[i * width + j]);
      }
    }
  }

  /// What a thread needs while it multiplies. Kept, so that a second product allocates nothing.
  private final class Buffers {
    private float[] own = {};
    private float[] rows = {};

    /// Where the panels are, and where the first begins.
    private float[] panels;

    private int at;

    private final int most = Math.max(wide.rows(), narrow.rows());
    private final float[] a = new float[most * SLICE];
    private final float[] c = new float[most * wide.columns()];
    private final float[] zeros = new float[wide.columns()];

    /// A matrix that is one panel stays where it is.
    ///
    /// Rows that lie in one piece are read a few at a time, each from its first column to the last:
    /// what is not in the cache comes sooner in that order.
    void pack(Matrix b) {
      int panel = tile(b.columns()).columns();
      if (b.right() == 1 && b.down() == panel && b.columns() == panel) {
        panels = b.data();
        at = b.at();
        return;
      }
      int columns = Math.ceilDiv(b.columns(), wide.columns()) * wide.columns();
      own = atLeast(Math.multiplyExact(columns, b.rows()), own);
      panels = own;
      at = 0;
      int step = b.right() == 1 ? FEW : b.rows();
      for (int k = 0; k < b.rows(); k += step) {
        Matrix rows = b.rows(k, Math.min(k + step, b.rows()));
        for (int j = 0; j < b.columns(); j += wide.columns()) {
          int width = tile(b.columns() - j).columns();
          Matrix part = rows.columns(j, Math.min(j + width, b.columns()));
          Panels.pack(part, width, panels, j * b.rows() + k * width);
        }
      }
    }

    /// A tile reads `a` along its rows.
    Matrix inRows(Matrix block) {
      if (block.right() == 1) {
        return block;
      }
      int down = block.columns() + GAP;
      rows = atLeast(block.rows() * down, rows);
      Panels.copy(block, rows, 0, down);
      return new Matrix(rows, 0, block.rows(), block.columns(), down, 1);
    }

    /// The rows of `a`, followed by as many others as a tile needs. What the others give nobody
    /// reads.
    Matrix fullRows(Matrix rows) {
      Panels.copy(rows, a, 0, SLICE);
      return new Matrix(a, 0, most, rows.columns(), SLICE, 1);
    }

    /// One row of zeros, seen as many.
    Matrix zeros(Matrix like) {
      return new Matrix(zeros, 0, like.rows(), like.columns(), 0, 1);
    }

    private static float[] atLeast(int size, float[] array) {
      return array.length < size ? new float[size] : array;
    }
  }
}
