package workbook.dataquality;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// All steps over a file of documents of any size. What memory it takes does not grow with the
/// input, but for some bytes a document: texts and buckets are on disk.
final class Pipeline {

  private static final int BATCH = 512;

  /// So many bytes of input for each part of what is spilled.
  private static final long PER_PART = 16L << 20;

  private final Filters filters;
  private final int threads;
  private final Path folder;

  /// @param folder for files that are not needed afterwards
  Pipeline(Filters filters, int threads, Path folder) {
    this.filters = filters;
    this.threads = threads;
    this.folder = folder;
  }

  /// What came of it.
  ///
  /// @param records lines
  /// @param damaged lines that are no documents
  /// @param removed by step, how many documents it removed
  /// @param candidates how many pairs were compared
  record Report(
      long records, long damaged, Map<String, Long> removed, long candidates, long kept) {}

  /// Where its results go.
  ///
  /// @param kept documents, a line of JSON each, in the order in which they were read
  /// @param removed lines of a number and the step that removed it
  /// @param quarantine damaged lines, each with file and line number
  record Results(Path kept, Path removed, Path quarantine) {
    static Results in(Path folder) {
      return new Results(
          folder.resolve("kept.jsonl"),
          folder.resolve("removed.txt"),
          folder.resolve("quarantine.jsonl"));
    }
  }

  /// One line, as far as it can be judged without the others.
  private record Judged(
      Lines.Line line, Lines.Read read, String rejectedBy, long exact, long[] buckets) {}

  Report run(Path file, Results results) throws IOException {
    Work work = new Work();
    int parts = (int) Math.min(1024, 1 + Files.size(file) / PER_PART);
    Path survivors = folder.resolve("survivors.jsonl");
    try (Spill exact = new Spill(folder, "exact", parts);
        Spill near = new Spill(folder, "near", parts);
        OutputStream removed = stream(results.removed());
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
          OutputStream texts = stream(survivors);
          OutputStream quarantine = stream(results.quarantine())) {
        Lines lines = new Lines(in);
        String name = file.getFileName().toString();
        for (List<Judged> batch = batch(lines, pool);
            !batch.isEmpty();
            batch = batch(lines, pool)) {
          for (Judged judged : batch) {
            work.records++;
            if (judged.read().document().isEmpty()) {
              work.damaged++;
              quarantine.write(Lines.quarantined(name, judged.line(), judged.read().damage()));
            } else if (!judged.rejectedBy().isEmpty()) {
              work.remove(judged.read().document().get().id(), judged.rejectedBy(), removed);
            } else {
              exact.add(judged.exact(), work.survivors);
              for (long bucket : judged.buckets()) {
                near.add(bucket, work.survivors);
              }
              byte[] json = Lines.json(judged.read().document().get());
              work.survive(json.length);
              texts.write(json);
            }
          }
        }
      }
      exact.groups(documents -> {
        for (int i = 1; i < documents.length; i++) {
          work.equal.set(documents[i]);
        }
      });
      try (FileChannel texts = FileChannel.open(survivors)) {
        near.groups(bucket -> work.compare(bucket, texts));
      }
      write(survivors, results.kept(), removed, work);
    }
    return new Report(work.records, work.damaged, work.removed, work.candidates, work.kept);
  }

  private List<Judged> batch(Lines lines, ExecutorService pool) throws IOException {
    List<Future<List<Judged>>> parts = new ArrayList<>();
    for (int part = 0; part < threads; part++) {
      List<Lines.Line> some = new ArrayList<>();
      while (some.size() < BATCH) {
        Optional<Lines.Line> line = lines.next();
        if (line.isEmpty()) {
          break;
        }
        some.add(line.get());
      }
      parts.add(pool.submit(() -> some.stream().map(this::judge).toList()));
    }
    List<Judged> batch = new ArrayList<>();
    for (Future<List<Judged>> part : parts) {
      try {
        batch.addAll(part.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    return batch;
  }

  private Judged judge(Lines.Line line) {
    Lines.Read read = line.read();
    String text = read.document().map(Document::text).orElse("");
    String rejectedBy = text.isEmpty() ? "" : filters.rejectedBy(text);
    if (text.isEmpty() || !rejectedBy.isEmpty()) {
      return new Judged(line, read, rejectedBy, 0, new long[0]);
    }
    return new Judged(line, read, "", Filters.exact(text), Filters.buckets(Filters.shingles(text)));
  }

  private static void write(Path survivors, Path kept, OutputStream removed, Work work)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(survivors), 1 << 16);
        OutputStream out = stream(kept)) {
      Lines lines = new Lines(in);
      for (int i = 0; i < work.survivors; i++) {
        Document document = lines.next().orElseThrow().read().document().orElseThrow();
        if (work.equal.get(i)) {
          work.remove(document.id(), "exact", removed);
        } else if (work.first(i) != i) {
          work.remove(document.id(), "near", removed);
        } else {
          out.write(Lines.json(document));
          work.kept++;
        }
      }
    }
  }

  private static OutputStream stream(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /// What is remembered: of each document that passes the filters one bit, one number, and where it
  /// is in the file.
  private static final class Work {
    private long records;
    private long damaged;
    private long candidates;
    private long kept;
    private int survivors;
    private final Map<String, Long> removed = new TreeMap<>();
    private final BitSet equal = new BitSet();
    private int[] parents = new int[1024];
    private long[] ends = new long[1024];

    private void remove(long id, String step, OutputStream out) throws IOException {
      removed.merge(step, 1L, Long::sum);
      out.write("%d %s%n".formatted(id, step).getBytes(StandardCharsets.UTF_8));
    }

    private void survive(int bytes) {
      if (survivors == parents.length) {
        parents = Arrays.copyOf(parents, 2 * survivors);
        ends = Arrays.copyOf(ends, 2 * survivors);
      }
      parents[survivors] = survivors;
      ends[survivors] = (survivors == 0 ? 0 : ends[survivors - 1]) + bytes;
      survivors++;
    }

    /// Joins those of a bucket that are near duplicates, and not equal to an earlier one. Who is in
    /// one cluster with somebody already is not compared with the others of that cluster, so that a
    /// thousand copies of a page are a thousand comparisons.
    private void compare(int[] bucket, FileChannel texts) throws IOException {
      Map<Integer, List<Integer>> clusters = new TreeMap<>();
      for (int document : bucket) {
        if (!equal.get(document)) {
          clusters.computeIfAbsent(first(document), _ -> new ArrayList<>()).add(document);
        }
      }
      Map<Integer, List<Integer>> apart = new TreeMap<>();
      for (List<Integer> cluster : clusters.values()) {
        List<Integer> whole = cluster;
        for (Integer other : List.copyOf(apart.keySet())) {
          if (alike(cluster, apart.get(other), texts)) {
            join(cluster.getFirst(), other);
            List<Integer> longer = apart.remove(other);
            longer.addAll(whole);
            whole = longer;
          }
        }
        apart.put(first(whole.getFirst()), whole);
      }
    }

    /// Whether any of these is like any of those.
    private boolean alike(List<Integer> these, List<Integer> those, FileChannel texts)
        throws IOException {
      for (int document : these) {
        long[] shingles = shingles(document, texts);
        for (int other : those) {
          candidates++;
          if (Shingles.jaccard(shingles, shingles(other, texts)) >= Filters.SIMILAR) {
            return true;
          }
        }
      }
      return false;
    }

    private long[] shingles(int document, FileChannel texts) throws IOException {
      long start = document == 0 ? 0 : ends[document - 1];
      ByteBuffer bytes = ByteBuffer.allocate((int) (ends[document] - start) - 1);
      while (bytes.hasRemaining() && texts.read(bytes, start + bytes.position()) >= 0) {}
      Lines.Read read = new Lines.Line(0, bytes.array(), true).read();
      return Filters.shingles(read.document().orElseThrow().text());
    }

    private void join(int a, int b) {
      int first = first(a);
      int second = first(b);
      parents[Math.max(first, second)] = Math.min(first, second);
    }

    private int first(int document) {
      int root = document;
      while (parents[root] != root) {
        parents[root] = parents[parents[root]];
        root = parents[root];
      }
      return root;
    }
  }
}
