package workbook.kernels;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Copies `b` into the order in which a [Tile] reads it: panels of as many columns as the tile has,
/// in each panel row after row. The loop over the terms then reads a panel from front to back, and
/// it does not matter any more whether `b` was transposed.
final class Panels {

  private static final VectorSpecies<Float> SPECIES = Species.BEST;
  private static final int LANES = SPECIES.length();

  private Panels() {}

  /// @param at where the panel begins; a panel that is wider than `b` is filled up with zeros
  static void pack(Matrix b, int width, float[] panels, int at) {
    if (b.columns() < width) {
      Arrays.fill(panels, at, at + width * b.rows(), 0);
    }
    copy(b, panels, at, width);
  }

  /// Writes the rows of a matrix, wherever its elements lie.
  ///
  /// @param down the distance in `to` from one row to the next
  static void copy(Matrix from, float[] to, int at, int down) {
    if (from.right() == 1 && from.columns() == 2 * LANES) {
      pairs(from.data(), from.at(), from.down(), from.rows(), to, at, down);
    } else if (from.right() == 1) {
      for (int i = 0; i < from.rows(); i++) {
        int start = from.at() + i * from.down();
        System.arraycopy(from.data(), start, to, at + i * down, from.columns());
      }
    } else if (from.down() == 1) {
      Transposition.copy(from, to, at, down);
    } else {
      Transposition.singly(from, to, at, down);
    }
  }

  /// Rows of two vectors, as those of most panels: a call for each would take longer.
  private static void pairs(
      float[] from, int fromAt, int fromDown, int rows, float[] to, int at, int down) {
    for (int i = 0; i < rows; i++) {
      int start = fromAt + i * fromDown;
      int end = at + i * down;
      FloatVector.fromArray(SPECIES, from, start).intoArray(to, end);
      FloatVector.fromArray(SPECIES, from, start + LANES).intoArray(to, end + LANES);
    }
  }
}
