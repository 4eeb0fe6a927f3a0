package workbook.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// 8 rows of 2 vectors: 16 sums, 2 vectors of `b` and one of `a` are 19 registers, of 32. Written
/// out, because only a local variable can be a register; an array of vectors would live in memory.
/// No branch in the loop: one would break it.
final class Tile8x2 implements Tile {

  private static final VectorSpecies<Float> SPECIES = Species.BEST;
  private static final int LANES = SPECIES.length();

  @Override
  public int rows() {
    return 8;
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
    int c4 = cAt + 4 * cDown;
    int c5 = cAt + 5 * cDown;
    int c6 = cAt + 6 * cDown;
    int c7 = cAt + 7 * cDown;
    FloatVector left0 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector right0 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector left1 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector right1 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    FloatVector left2 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector right2 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
    FloatVector left3 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector right3 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
    FloatVector left4 = FloatVector.fromArray(SPECIES, c, c4);
    FloatVector right4 = FloatVector.fromArray(SPECIES, c, c4 + LANES);
    FloatVector left5 = FloatVector.fromArray(SPECIES, c, c5);
    FloatVector right5 = FloatVector.fromArray(SPECIES, c, c5 + LANES);
    FloatVector left6 = FloatVector.fromArray(SPECIES, c, c6);
    FloatVector right6 = FloatVector.fromArray(SPECIES, c, c6 + LANES);
    FloatVector left7 = FloatVector.fromArray(SPECIES, c, c7);
    FloatVector right7 = FloatVector.fromArray(SPECIES, c, c7 + LANES);
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
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[ak + 4 * aDown]);
      left4 = a4.fma(left, left4);
      right4 = a4.fma(right, right4);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[ak + 5 * aDown]);
      left5 = a5.fma(left, left5);
      right5 = a5.fma(right, right5);
      FloatVector a6 = FloatVector.broadcast(SPECIES, a[ak + 6 * aDown]);
      left6 = a6.fma(left, left6);
      right6 = a6.fma(right, right6);
      FloatVector a7 = FloatVector.broadcast(SPECIES, a[ak + 7 * aDown]);
      left7 = a7.fma(left, left7);
      right7 = a7.fma(right, right7);
    }
    left0.intoArray(c, c0);
    right0.intoArray(c, c0 + LANES);
    left1.intoArray(c, c1);
    right1.intoArray(c, c1 + LANES);
    left2.intoArray(c, c2);
    right2.intoArray(c, c2 + LANES);
    left3.intoArray(c, c3);
    right3.intoArray(c, c3 + LANES);
    left4.intoArray(c, c4);
    right4.intoArray(c, c4 + LANES);
    left5.intoArray(c, c5);
    right5.intoArray(c, c5 + LANES);
    left6.intoArray(c, c6);
    right6.intoArray(c, c6 + LANES);
    left7.intoArray(c, c7);
    right7.intoArray(c, c7 + LANES);
  }
}
