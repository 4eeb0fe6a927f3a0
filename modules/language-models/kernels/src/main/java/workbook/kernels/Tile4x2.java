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
      float[] b,
      int bAt,
      float[] sums,
      int sumsAt,
      int sumsDown,
      float[] c,
      int cAt,
      int cDown) {
    int a0 = aAt;
    int a1 = aAt + aDown;
    int a2 = aAt + 2 * aDown;
    int a3 = aAt + 3 * aDown;
    FloatVector left0 = FloatVector.fromArray(SPECIES, sums, sumsAt);
    FloatVector right0 = FloatVector.fromArray(SPECIES, sums, sumsAt + LANES);
    FloatVector left1 = FloatVector.fromArray(SPECIES, sums, sumsAt + sumsDown);
    FloatVector right1 = FloatVector.fromArray(SPECIES, sums, sumsAt + sumsDown + LANES);
    FloatVector left2 = FloatVector.fromArray(SPECIES, sums, sumsAt + 2 * sumsDown);
    FloatVector right2 = FloatVector.fromArray(SPECIES, sums, sumsAt + 2 * sumsDown + LANES);
    FloatVector left3 = FloatVector.fromArray(SPECIES, sums, sumsAt + 3 * sumsDown);
    FloatVector right3 = FloatVector.fromArray(SPECIES, sums, sumsAt + 3 * sumsDown + LANES);
    for (int k = 0; k < depth; k++) {
      FloatVector left = FloatVector.fromArray(SPECIES, b, bAt + k * 2 * LANES);
      FloatVector right = FloatVector.fromArray(SPECIES, b, bAt + k * 2 * LANES + LANES);
      FloatVector factor0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
      left0 = factor0.fma(left, left0);
      right0 = factor0.fma(right, right0);
      FloatVector factor1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
      left1 = factor1.fma(left, left1);
      right1 = factor1.fma(right, right1);
      FloatVector factor2 = FloatVector.broadcast(SPECIES, a[a2 + k]);
      left2 = factor2.fma(left, left2);
      right2 = factor2.fma(right, right2);
      FloatVector factor3 = FloatVector.broadcast(SPECIES, a[a3 + k]);
      left3 = factor3.fma(left, left3);
      right3 = factor3.fma(right, right3);
    }
    left0.intoArray(c, cAt);
    right0.intoArray(c, cAt + LANES);
    left1.intoArray(c, cAt + cDown);
    right1.intoArray(c, cAt + cDown + LANES);
    left2.intoArray(c, cAt + 2 * cDown);
    right2.intoArray(c, cAt + 2 * cDown + LANES);
    left3.intoArray(c, cAt + 3 * cDown);
    right3.intoArray(c, cAt + 3 * cDown + LANES);
  }
}
