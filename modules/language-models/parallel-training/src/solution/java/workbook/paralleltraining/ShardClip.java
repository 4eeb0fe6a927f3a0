package workbook.paralleltraining;

/// Squares can be added up across workers, norms cannot.
final class ShardClip {

  private ShardClip() {}

  static double clip(Communicator c, float[] shard, double longest) {
    double squares = 0;
    for (float g : shard) {
      squares += (double) g * g;
    }
    float[] sum = {(float) squares};
    Ring.allReduce(c, sum);
    double norm = Math.sqrt(sum[0]);
    if (norm > longest) {
      float factor = (float) (longest / norm);
      for (int i = 0; i < shard.length; i++) {
        shard[i] *= factor;
      }
    }
    return norm;
  }
}
