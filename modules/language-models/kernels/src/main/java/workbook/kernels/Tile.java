package workbook.kernels;

/// A small rectangle of `c` that is kept in vector registers while all terms of its sums go by.
///
/// With 8 rows of 2 vectors there are 16 sums in registers. One step of the loop loads 2 vectors of
/// `b` and 8 floats of `a`, and does 16 multiply-adds with them: the memory is asked for less than
/// one thing for each.
interface Tile {

  int rows();

  int columns();

  /// Adds to a tile of `c` the product of as many rows of `a` and a panel of `b`.
  ///
  /// @param depth how many terms each sum gets
  /// @param aDown the distance in `a` from one row to the next
  /// @param aRight the distance in `a` from one term to the next
  /// @param b for each term one float for each column of the tile, one after the other
  /// @param cDown the distance in `c` from one row to the next
  void addProduct(
      int depth,
      float[] a,
      int aAt,
      int aDown,
      int aRight,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      int cDown);
}
