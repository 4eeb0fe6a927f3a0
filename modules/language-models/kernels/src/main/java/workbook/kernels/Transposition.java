package workbook.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Transposes a square of 8 x 8 floats in 8 registers. Float by float, one of the two arrays would
/// be walked down its columns, a cache line for each float.
///
/// A square of 2 x 2 is transposed when its upper right and its lower left element change places.
/// One of 8 x 8 is, when that is done to squares of 2 x 2 elements, then of 2 x 2 such squares,
/// then of 2 x 2 of those: three rounds, in which two rows that are 1, 2 and 4 apart exchange
/// halves.
final class Transposition {

  private static final int SIDE = 8;

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;

  /// Narrower vectors could not do it in registers.
  private static final boolean WIDE = Species.BEST.length() >= SIDE;

  private static final VectorShuffle<Float> APART_1 = apart(1);
  private static final VectorShuffle<Float> APART_2 = apart(2);
  private static final VectorShuffle<Float> APART_4 = apart(4);
  private static final VectorMask<Float> SECOND_OF_1 = second(1);
  private static final VectorMask<Float> SECOND_OF_2 = second(2);
  private static final VectorMask<Float> SECOND_OF_4 = second(4);

  private Transposition() {}

  /// The lane that is so far away, of two that belong together.
  private static VectorShuffle<Float> apart(int distance) {
    return VectorShuffle.fromOp(SPECIES, lane -> lane ^ distance);
  }

  private static VectorMask<Float> second(int distance) {
    boolean[] lanes = new boolean[SIDE];
    for (int lane = 0; lane < SIDE; lane++) {
      lanes[lane] = (lane & distance) != 0;
    }
    return VectorMask.fromArray(SPECIES, lanes, 0);
  }

  /// Writes the rows of a matrix whose columns lie in one piece.
  ///
  /// @param down the distance in `to` from one row to the next
  static void copy(Matrix from, float[] to, int at, int down) {
    int rows = WIDE ? from.rows() - from.rows() % SIDE : 0;
    int columns = from.columns() - from.columns() % SIDE;
    for (int j = 0; j < columns; j += SIDE) {
      squares(from.data(), from.at() + j * from.right(), from.right(), rows, to, at + j, down);
    }
    singly(from.part(0, rows, columns, from.columns()), to, at + columns, down);
    singly(from.rows(rows, from.rows()), to, at + rows * down, down);
  }

  static void singly(Matrix from, float[] to, int at, int down) {
    for (int i = 0; i < from.rows(); i++) {
      for (int j = 0; j < from.columns(); j++) {
        to[at + i * down + j] = from.get(i, j);
      }
    }
  }

  /// One square after the other, along 8 columns of the matrix, each of which lies in one piece:
  /// what is not in the cache comes sooner in that order, and the buffer `b` is in it.
  private static void squares(
      float[] a, int aAt, int aDown, int rows, float[] b, int bAt, int bDown) {
    for (int i = 0; i < rows; i += SIDE) {
      int from = aAt + i;
      int to = bAt + i * bDown;
      FloatVector a0 = FloatVector.fromArray(SPECIES, a, from);
      FloatVector a1 = FloatVector.fromArray(SPECIES, a, from + aDown);
      FloatVector a2 = FloatVector.fromArray(SPECIES, a, from + 2 * aDown);
      FloatVector a3 = FloatVector.fromArray(SPECIES, a, from + 3 * aDown);
      FloatVector a4 = FloatVector.fromArray(SPECIES, a, from + 4 * aDown);
      FloatVector a5 = FloatVector.fromArray(SPECIES, a, from + 5 * aDown);
      FloatVector a6 = FloatVector.fromArray(SPECIES, a, from + 6 * aDown);
      FloatVector a7 = FloatVector.fromArray(SPECIES, a, from + 7 * aDown);
      FloatVector b0 = upper(a0, a1, APART_1, SECOND_OF_1);
      FloatVector b1 = lower(a0, a1, APART_1, SECOND_OF_1);
      FloatVector b2 = upper(a2, a3, APART_1, SECOND_OF_1);
      FloatVector b3 = lower(a2, a3, APART_1, SECOND_OF_1);
      FloatVector b4 = upper(a4, a5, APART_1, SECOND_OF_1);
      FloatVector b5 = lower(a4, a5, APART_1, SECOND_OF_1);
      FloatVector b6 = upper(a6, a7, APART_1, SECOND_OF_1);
      FloatVector b7 = lower(a6, a7, APART_1, SECOND_OF_1);
      FloatVector c0 = upper(b0, b2, APART_2, SECOND_OF_2);
      FloatVector c1 = upper(b1, b3, APART_2, SECOND_OF_2);
      FloatVector c2 = lower(b0, b2, APART_2, SECOND_OF_2);
      FloatVector c3 = lower(b1, b3, APART_2, SECOND_OF_2);
      FloatVector c4 = upper(b4, b6, APART_2, SECOND_OF_2);
      FloatVector c5 = upper(b5, b7, APART_2, SECOND_OF_2);
      FloatVector c6 = lower(b4, b6, APART_2, SECOND_OF_2);
      FloatVector c7 = lower(b5, b7, APART_2, SECOND_OF_2);
      upper(c0, c4, APART_4, SECOND_OF_4).intoArray(b, to);
      upper(c1, c5, APART_4, SECOND_OF_4).intoArray(b, to + bDown);
      upper(c2, c6, APART_4, SECOND_OF_4).intoArray(b, to + 2 * bDown);
      upper(c3, c7, APART_4, SECOND_OF_4).intoArray(b, to + 3 * bDown);
      lower(c0, c4, APART_4, SECOND_OF_4).intoArray(b, to + 4 * bDown);
      lower(c1, c5, APART_4, SECOND_OF_4).intoArray(b, to + 5 * bDown);
      lower(c2, c6, APART_4, SECOND_OF_4).intoArray(b, to + 6 * bDown);
      lower(c3, c7, APART_4, SECOND_OF_4).intoArray(b, to + 7 * bDown);
    }
  }

  /// The upper of two rows after the exchange: its own first lanes, and those of the lower.
  private static FloatVector upper(
      FloatVector upper, FloatVector lower, VectorShuffle<Float> apart, VectorMask<Float> second) {
    return upper.blend(lower.rearrange(apart), second);
  }

  /// The lower of two rows after the exchange: the second lanes of the upper, and its own.
  private static FloatVector lower(
      FloatVector upper, FloatVector lower, VectorShuffle<Float> apart, VectorMask<Float> second) {
    return upper.rearrange(apart).blend(lower, second);
  }
}
