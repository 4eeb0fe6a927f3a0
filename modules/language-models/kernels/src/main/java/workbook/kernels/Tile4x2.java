package workbook.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// 4 rows of 2 vectors, for processors with 16 vector registers: 8 sums, 2 vectors of `b` and one
/// of `a` are 11. Of [Tile8x2]'s 19 some would be spilled to memory in every step.
final class Tile4x2 implements Tile {

  private static final VectorSpecies<Float> SPECIES = Species.BEST;
  private static final int LANES = SPECIES.length();

  @Override
  public int rows() {
    return 4;
  }

  @Override
  public int columns() {
    return 2 * LANES;
  }

  @Override
  public void addProduct(
      int depth,
      float[] a,
      int aAt,
      int aDown,
      int aRight,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      int cDown) {
    int c0 = cAt;
    int c1 = cAt + cDown;
    int c2 = cAt + 2 * cDown;
    int c3 = cAt + 3 * cDown;
    FloatVector left0 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector right0 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector left1 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector right1 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    FloatVector left2 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector right2 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
    FloatVector left3 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector right3 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
    for (int k = 0; k < depth; k++) {
      int bk = bAt + k * 2 * LANES;
      FloatVector left = FloatVector.fromArray(SPECIES, b, bk);
      FloatVector right = FloatVector.fromArray(SPECIES, b, bk + LANES);
      int ak = aAt + k * aRight;
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[ak]);
      left0 = a0.fma(left, left0);
      right0 = a0.fma(right, right0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[ak + aDown]);
      left1 = a1.fma(left, left1);
      right1 = a1.fma(right, right1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[ak + 2 * aDown]);
      left2 = a2.fma(left, left2);
      right2 = a2.fma(right, right2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[ak + 3 * aDown]);
      left3 = a3.fma(left, left3);
      right3 = a3.fma(right, right3);
    }
    left0.intoArray(c, c0);
    right0.intoArray(c, c0 + LANES);
    left1.intoArray(c, c1);
    right1.intoArray(c, c1 + LANES);
    left2.intoArray(c, c2);
    right2.intoArray(c, c2 + LANES);
    left3.intoArray(c, c3);
    right3.intoArray(c, c3 + LANES);
  }
}
