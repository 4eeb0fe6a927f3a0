package workbook.paralleltraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Workers that are threads of one process, for what has to be quick: their wires are queues.
/// [Cluster] has the same with processes and sockets.
public final class Threads implements Communicator {

  /// So long a worker waits for another before it says that the other has nothing for it.
  private static final int SECONDS = 8;

  private final int rank;
  private final List<List<BlockingQueue<float[]>>> queues;
  private long sent;

  private Threads(int rank, List<List<BlockingQueue<float[]>>> queues) {
    this.rank = rank;
    this.queues = queues;
  }

  /// Has `size` workers do the same, each with a rank of its own.
  ///
  /// @return what each returns, in the order of their ranks
  /// @throws IllegalStateException if one of them throws, or waits in vain
  public static <T> List<T> run(int size, Function<Communicator, T> work) {
    List<List<BlockingQueue<float[]>>> queues = new ArrayList<>();
    for (int from = 0; from < size; from++) {
      List<BlockingQueue<float[]>> wires = new ArrayList<>();
      for (int to = 0; to < size; to++) {
        wires.add(new LinkedBlockingQueue<>());
      }
      queues.add(wires);
    }
    List<T> values = new ArrayList<>(Collections.nCopies(size, null));
    try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
      CompletionService<T> done = new ExecutorCompletionService<>(threads);
      for (int rank = 0; rank < size; rank++) {
        Threads worker = new Threads(rank, queues);
        done.submit(() -> values.set(worker.rank, work.apply(worker)));
      }
      for (int missing = size; missing > 0; missing--) {
        finish(done.take(), threads);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while workers ran", e);
    }
    return values;
  }

  /// If one of them failed, the others would wait for it in vain.
  private static void finish(Future<?> done, ExecutorService threads) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      threads.shutdownNow();
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public int size() {
    return queues.size();
  }

  @Override
  public void send(int to, float[] x, int from, int length) {
    queues.get(rank).get(to).add(Arrays.copyOfRange(x, from, from + length));
    sent += (long) Float.BYTES * length;
  }

  @Override
  public void receive(int from, float[] x, int at, int length) {
    try {
      float[] received = queues.get(from).get(rank).poll(SECONDS, TimeUnit.SECONDS);
      if (received == null) {
        throw new WorkerLost(from, "sent nothing to worker %d, which waits".formatted(rank));
      }
      if (received.length != length) {
        throw new IllegalStateException(
            "worker %d sent %d numbers to worker %d, which wanted %d"
                .formatted(from, received.length, rank, length));
      }
      System.arraycopy(received, 0, x, at, length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for worker " + from, e);
    }
  }

  @Override
  public long sentBytes() {
    return sent;
  }
}
