package workbook.dataquality;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Which documents share a key, for more of them than fit into memory: entries are written to
/// several files by their keys, and read again one file at a time.
final class Spill implements AutoCloseable {

  private final Path[] files;
  private final DataOutputStream[] out;
  private final long[] counts;

  /// Is told of all documents with one key.
  interface Group {
    /// @param documents in order; two or more
    void accept(int... documents) throws IOException;
  }

  /// @param name of the files; they are written into the folder
  /// @param parts how many; each has to fit into memory
  Spill(Path folder, String name, int parts) throws IOException {
    files = new Path[parts];
    out = new DataOutputStream[parts];
    counts = new long[parts];
    for (int i = 0; i < parts; i++) {
      files[i] = folder.resolve(name + i);
      out[i] = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(files[i])));
    }
  }

  void add(long key, int document) throws IOException {
    int part = Math.floorMod(Long.hashCode(Shingles.mix(key)), files.length);
    out[part].writeLong(key);
    out[part].writeInt(document);
    counts[part]++;
  }

  /// Goes through all keys that several documents have.
  void groups(Group group) throws IOException {
    close();
    for (int part = 0; part < files.length; part++) {
      record Entry(long key, int document) {}
      Entry[] entries = new Entry[Math.toIntExact(counts[part])];
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(files[part])))) {
        for (int i = 0; i < entries.length; i++) {
          entries[i] = new Entry(in.readLong(), in.readInt());
        }
      } catch (EOFException e) {
        throw new IOException(files[part] + " is cut off", e);
      }
      Arrays.sort(
          entries,
          (a, b) ->
              a.key == b.key
                  ? Integer.compare(a.document, b.document)
                  : Long.compare(a.key, b.key));
      int from = 0;
      for (int i = 1; i <= entries.length; i++) {
        if (i == entries.length || entries[i].key != entries[from].key) {
          if (i - from > 1) {
            group.accept(Arrays.stream(entries, from, i).mapToInt(Entry::document).toArray());
          }
          from = i;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (DataOutputStream stream : out) {
      stream.close();
    }
  }
}
