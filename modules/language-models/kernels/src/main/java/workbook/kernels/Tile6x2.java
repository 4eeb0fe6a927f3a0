package workbook.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// 6 rows of 2 vectors, for processors with 16 vector registers: 12 sums, 2 vectors of `b` and one
/// of `a` are 15. Of [Tile8x2]'s 19 some would be spilled to memory in every step.
final class Tile6x2 implements Tile {

  private static final VectorSpecies<Float> SPECIES = Species.BEST;
  private static final int LANES = SPECIES.length();

  @Override
  public int rows() {
    return 6;
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
    int a4 = aAt + 4 * aDown;
    int a5 = aAt + 5 * aDown;
    FloatVector left0 = FloatVector.fromArray(SPECIES, sums, sumsAt);
    FloatVector right0 = FloatVector.fromArray(SPECIES, sums, sumsAt + LANES);
    FloatVector left1 = FloatVector.fromArray(SPECIES, sums, sumsAt + sumsDown);
    FloatVector right1 = FloatVector.fromArray(SPECIES, sums, sumsAt + sumsDown + LANES);
    FloatVector left2 = FloatVector.fromArray(SPECIES, sums, sumsAt + 2 * sumsDown);
    FloatVector right2 = FloatVector.fromArray(SPECIES, sums, sumsAt + 2 * sumsDown + LANES);
    FloatVector left3 = FloatVector.fromArray(SPECIES, sums, sumsAt + 3 * sumsDown);
    FloatVector right3 = FloatVector.fromArray(SPECIES, sums, sumsAt + 3 * sumsDown + LANES);
    FloatVector left4 = FloatVector.fromArray(SPECIES, sums, sumsAt + 4 * sumsDown);
    FloatVector right4 = FloatVector.fromArray(SPECIES, sums, sumsAt + 4 * sumsDown + LANES);
    FloatVector left5 = FloatVector.fromArray(SPECIES, sums, sumsAt + 5 * sumsDown);
    FloatVector right5 = FloatVector.fromArray(SPECIES, sums, sumsAt + 5 * sumsDown + LANES);
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
      FloatVector factor4 = FloatVector.broadcast(SPECIES, a[a4 + k]);
      left4 = factor4.fma(left, left4);
      right4 = factor4.fma(right, right4);
      FloatVector factor5 = FloatVector.broadcast(SPECIES, a[a5 + k]);
      left5 = factor5.fma(left, left5);
      right5 = factor5.fma(right, right5);
    }
    left0.intoArray(c, cAt);
    right0.intoArray(c, cAt + LANES);
    left1.intoArray(c, cAt + cDown);
    right1.intoArray(c, cAt + cDown + LANES);
    left2.intoArray(c, cAt + 2 * cDown);
    right2.intoArray(c, cAt + 2 * cDown + LANES);
    left3.intoArray(c, cAt + 3 * cDown);
    right3.intoArray(c, cAt + 3 * cDown + LANES);
    left4.intoArray(c, cAt + 4 * cDown);
    right4.intoArray(c, cAt + 4 * cDown + LANES);
    left5.intoArray(c, cAt + 5 * cDown);
    right5.intoArray(c, cAt + 5 * cDown + LANES);
  }
}
