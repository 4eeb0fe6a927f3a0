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
  private static final int FEW = 8;

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
    if (from.right() == 1) {
      for (int i = 0; i < from.rows(); i++) {
        copy(from.data(), from.at() + i * from.down(), to, at + i * down, from.columns());
      }
    } else if (from.down() == 1) {
      Transposition.copy(from, to, at, down);
    } else {
      Transposition.singly(from, to, at, down);
    }
  }

  /// As [System#arraycopy], which takes longer for a few vectors.
  private static void copy(float[] from, int start, float[] to, int at, int count) {
    int end = count > FEW * LANES ? 0 : SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      FloatVector.fromArray(SPECIES, from, start + i).intoArray(to, at + i);
    }
    System.arraycopy(from, start + end, to, at + end, count - end);
  }
}
