package workbook.paralleltraining;

/// Collective operations in which each worker sends to its right neighbour only and receives from
/// its left one (Patarasuk and Yuan, 2009; NCCL and Horovod use them).
///
/// The vector is cut into N chunks. In each of N - 1 rounds every worker passes one chunk on, so a
/// worker sends (N - 1)/N of the vector, however many workers there are.
public final class Ring {

  private Ring() {}

  /// Adds up the vectors of all workers. Afterwards worker r has the sum of chunk r; its other
  /// chunks hold partial sums.
  public static void reduceScatter(Communicator c, float[] x) {
    int n = c.size();
    int right = (c.rank() + 1) % n;
    int left = (c.rank() + n - 1) % n;
    Chunks chunks = new Chunks(x.length, n);
    float[] received = new float[chunks.size(0)];
    for (int round = 1; round < n; round++) {
      int passed = (c.rank() + n - round) % n;
      int taken = (c.rank() + 2 * n - round - 1) % n;
      c.send(right, x, chunks.from(passed), chunks.size(passed));
      c.receive(left, received, 0, chunks.size(taken));
      for (int i = 0; i < chunks.size(taken); i++) {
        x[chunks.from(taken) + i] += received[i];
      }
    }
  }

  /// Gives everybody all chunks, of which worker r has chunk r.
  public static void allGather(Communicator c, float[] x) {
    int n = c.size();
    int right = (c.rank() + 1) % n;
    int left = (c.rank() + n - 1) % n;
    Chunks chunks = new Chunks(x.length, n);
    for (int round = 1; round < n; round++) {
      int passed = (c.rank() + n - round + 1) % n;
      int taken = (c.rank() + n - round) % n;
      c.send(right, x, chunks.from(passed), chunks.size(passed));
      c.receive(left, x, chunks.from(taken), chunks.size(taken));
    }
  }

  /// Gives everybody the sum of the vectors of all.
  public static void allReduce(Communicator c, float[] x) {
    reduceScatter(c, x);
    allGather(c, x);
  }

  /// The largest of one number of each worker, which goes round the ring.
  public static float allMax(Communicator c, float x) {
    int n = c.size();
    float[] passed = {x};
    float largest = x;
    for (int round = 1; round < n; round++) {
      c.send((c.rank() + 1) % n, passed, 0, 1);
      c.receive((c.rank() + n - 1) % n, passed, 0, 1);
      largest = Math.max(largest, passed[0]);
    }
    return largest;
  }
}
