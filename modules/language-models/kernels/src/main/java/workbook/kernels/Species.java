package workbook.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The vectors of this processor, and the tile that fits them.
final class Species {

  /// As wide as the processor's vectors, but no wider than [Lanes#COUNT].
  static final VectorSpecies<Float> BEST =
      FloatVector.SPECIES_PREFERRED.length() > Lanes.COUNT
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private Species() {}

  /// Vectors of 256 bits mean 16 registers (AVX2). Those of 512 bits (AVX-512) and of 128 bits
  /// (Arm's NEON) come with 32.
  static Tile tile() {
    return BEST.vectorBitSize() == 256 ? new Tile6x2() : new Tile8x2();
  }
}
