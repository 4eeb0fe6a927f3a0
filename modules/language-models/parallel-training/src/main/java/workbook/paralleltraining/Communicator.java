package workbook.paralleltraining;

/// One of several workers, and its wires to the others. The name is MPI's.
///
/// [#send] hands over a copy and never waits for the receiver: when all workers of a ring send
/// first and receive then, nobody waits for ever. Between two workers, what is sent first arrives
/// first.
public interface Communicator {

  /// Which worker this is, from 0.
  int rank();

  /// How many workers there are.
  int size();

  /// Sends `length` numbers of `x`, from index `from`.
  void send(int to, float[] x, int from, int length);

  /// Waits for so many numbers, and puts them into `x`, from index `at`.
  ///
  /// @throws WorkerLost if the other has gone
  void receive(int from, float[] x, int at, int length);

  /// How many bytes this worker has sent to others.
  long sentBytes();

  /// The first `size` of these workers, by themselves.
  default Communicator first(int size) {
    return new Part(this, size);
  }

  /// Some of the workers, on the wires of all.
  record Part(Communicator all, int size) implements Communicator {

    @Override
    public int rank() {
      return all.rank();
    }

    @Override
    public void send(int to, float[] x, int from, int length) {
      all.send(to, x, from, length);
    }

    @Override
    public void receive(int from, float[] x, int at, int length) {
      all.receive(from, x, at, length);
    }

    @Override
    public long sentBytes() {
      return all.sentBytes();
    }
  }
}
