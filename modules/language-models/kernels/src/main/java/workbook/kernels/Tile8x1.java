package workbook.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// 8 rows of 1 vector, for the last columns of `b` where a vector holds them all: a tile of 2
/// vectors would do twice the work for them. 8 sums, for fewer could not keep two multipliers busy
/// that take 4 cycles each.
final class Tile8x1 implements Tile {

  private static final VectorSpecies<Float> SPECIES = Species.BEST;
  private static final int LANES = SPECIES.length();

  @Override
  public int rows() {
    return 8;
  }

  @Override
  public int columns() {
    return LANES;
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
    int a6 = aAt + 6 * aDown;
    int a7 = aAt + 7 * aDown;
    FloatVector sum0 = FloatVector.fromArray(SPECIES, sums, sumsAt);
    FloatVector sum1 = FloatVector.fromArray(SPECIES, sums, sumsAt + sumsDown);
    FloatVector sum2 = FloatVector.fromArray(SPECIES, sums, sumsAt + 2 * sumsDown);
    FloatVector sum3 = FloatVector.fromArray(SPECIES, sums, sumsAt + 3 * sumsDown);
    FloatVector sum4 = FloatVector.fromArray(SPECIES, sums, sumsAt + 4 * sumsDown);
    FloatVector sum5 = FloatVector.fromArray(SPECIES, sums, sumsAt + 5 * sumsDown);
    FloatVector sum6 = FloatVector.fromArray(SPECIES, sums, sumsAt + 6 * sumsDown);
    FloatVector sum7 = FloatVector.fromArray(SPECIES, sums, sumsAt + 7 * sumsDown);
    for (int k = 0; k < depth; k++) {
      FloatVector row = FloatVector.fromArray(SPECIES, b, bAt + k * LANES);
      sum0 = FloatVector.broadcast(SPECIES, a[a0 + k]).fma(row, sum0);
      sum1 = FloatVector.broadcast(SPECIES, a[a1 + k]).fma(row, sum1);
      sum2 = FloatVector.broadcast(SPECIES, a[a2 + k]).fma(row, sum2);
      sum3 = FloatVector.broadcast(SPECIES, a[a3 + k]).fma(row, sum3);
      sum4 = FloatVector.broadcast(SPECIES, a[a4 + k]).fma(row, sum4);
      sum5 = FloatVector.broadcast(SPECIES, a[a5 + k]).fma(row, sum5);
      sum6 = FloatVector.broadcast(SPECIES, a[a6 + k]).fma(row, sum6);
      sum7 = FloatVector.broadcast(SPECIES, a[a7 + k]).fma(row, sum7);
    }
    sum0.intoArray(c, cAt);
    sum1.intoArray(c, cAt + cDown);
    sum2.intoArray(c, cAt + 2 * cDown);
    sum3.intoArray(c, cAt + 3 * cDown);
    sum4.intoArray(c, cAt + 4 * cDown);
    sum5.intoArray(c, cAt + 5 * cDown);
    sum6.intoArray(c, cAt + 6 * cDown);
    sum7.intoArray(c, cAt + 7 * cDown);
  }
}
