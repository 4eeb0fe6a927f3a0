package workbook.kernels;

/// A small rectangle of `c` that is kept in vector registers while all terms of its sums go by.
///
/// With 8 rows of 2 vectors there are 16 sums in registers. One step of the loop loads 2 vectors of
/// `b` and 8 floats of `a`, and does 16 multiply-adds with them: the memory is asked for less than
/// one thing for each.
interface Tile {

  int rows();

  int columns();

  /// Writes to a tile of `c` what `sums` holds, plus the product of as many rows of `a` and a panel
  /// of `b`.
  ///
  /// @param depth how many terms each sum gets
  /// @param a rows that lie in one piece
  /// @param aDown the distance in `a` from one row to the next
  /// @param b for each term one float for each column of the tile, one after the other
  /// @param sums what the sums begin with: `c` itself to add to it, or zeros
  /// @param sumsDown the distance in `sums` from one row to the next; 0 if it is one row for all
  /// @param cDown the distance in `c` from one row to the next
  void addProduct(
      int depth,
      float[] a,
      int aAt,
      int aDown,
      float[] b,
      int bAt,
      float[] sums,
      int sumsAt,
      int sumsDown,
      float[] c,
      int cAt,
      int cDown);
}
