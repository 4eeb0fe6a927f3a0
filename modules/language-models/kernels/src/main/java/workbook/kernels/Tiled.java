package workbook.kernels;

/// Rung 6: tiles of `c` in registers, and `b` packed into panels in the order in which the tiles
/// read it.
///
/// The terms are cut into slices, so that a panel of `b` stays in the first level cache while all
/// rows of `a` meet it. A tile at the edge of `c` that is not full is worked on in buffers of full
/// size: the tile's own loop knows no special case.
///
/// Each element gets its terms in the order of k, each by one [Math#fma]. The bits are those of
/// [Rows], whatever the tile.
public final class Tiled implements Multiplication {

  /// Terms to a slice: a panel of 32 columns is 32 KB.
  private static final int SLICE = 256;

  private final Tile tile;
  private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

  /// With the tile that fits this processor's vectors.
  public Tiled() {
    this(Species.tile());
  }

  Tiled(Tile tile) {
    this.tile = tile;
  }

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    Multiplication.check(a, b, c);
    Buffers buffer = buffers.get();
    for (int k = 0; k < a.columns(); k += SLICE) {
      int end = Math.min(k + SLICE, a.columns());
      addSlice(a.columns(k, end), b.rows(k, end), c, buffer);
    }
  }

  private void addSlice(Matrix a, Matrix b, Matrix c, Buffers buffer) {
    buffer.pack(b);
    int full = c.right() == 1 ? c.rows() - c.rows() % tile.rows() : 0;
    for (int j = 0; j < c.columns(); j += tile.columns()) {
      int end = Math.min(j + tile.columns(), c.columns());
      if (end - j == tile.columns()) {
        addTiles(a.rows(0, full), buffer.panels, j * b.rows(), c.part(0, full, j, end));
        addEdges(a.rows(full, a.rows()), j * b.rows(), c.part(full, c.rows(), j, end), buffer);
      } else {
        addEdges(a, j * b.rows(), c.part(0, c.rows(), j, end), buffer);
      }
    }
  }

  /// Full tiles, one below the other.
  private void addTiles(Matrix a, float[] panels, int panel, Matrix c) {
    for (int i = 0; i < c.rows(); i += tile.rows()) {
      tile.addProduct(
          a.columns(),
          a.data(),
          a.at() + i * a.down(),
          a.down(),
          a.right(),
          panels,
          panel,
          c.data(),
          c.at() + i * c.down(),
          c.down());
    }
  }

  /// Tiles that are not full, and any of a `c` whose rows do not lie in one piece.
  private void addEdges(Matrix a, int panel, Matrix c, Buffers buffer) {
    for (int i = 0; i < c.rows(); i += tile.rows()) {
      int end = Math.min(i + tile.rows(), c.rows());
      Matrix part = c.rows(i, end);
      Matrix edge = new Matrix(buffer.c, 0, end - i, c.columns(), tile.columns(), 1);
      copy(part, edge);
      addTiles(buffer.fullRows(a.rows(i, end)), buffer.panels, panel, buffer.wholeTile);
      copy(edge, part);
    }
  }

  private static void copy(Matrix from, Matrix to) {
    for (int i = 0; i < from.rows(); i++) {
      for (int j = 0; j < from.columns(); j++) {
        to.set(i, j, from.get(i, j));
      }
    }
  }

  /// What a thread needs while it multiplies. Kept, so that a second product allocates nothing.
  private final class Buffers {
    private float[] panels = {};
    private final float[] a = new float[tile.rows() * SLICE];
    private final float[] c = new float[tile.rows() * tile.columns()];
    private final Matrix wholeTile = Matrix.of(c, tile.rows(), tile.columns());

    void pack(Matrix b) {
      int size = Panels.size(b, tile.columns());
      if (panels.length < size) {
        panels = new float[size];
      }
      Panels.pack(b, tile.columns(), panels);
    }

    /// The rows of `a`, followed by as many others as a tile needs. What the others give nobody
    /// reads.
    Matrix fullRows(Matrix rows) {
      if (rows.rows() == tile.rows()) {
        return rows;
      }
      Matrix full = new Matrix(a, 0, tile.rows(), rows.columns(), SLICE, 1);
      copy(rows, full.rows(0, rows.rows()));
      return full;
    }
  }
}
