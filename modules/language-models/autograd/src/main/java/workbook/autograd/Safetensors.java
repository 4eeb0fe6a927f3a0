package workbook.autograd;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Named tensors in a file that PyTorch and most others read too.
///
/// [The format](https://github.com/huggingface/safetensors#format): 8 bytes with the length of the
/// header, least significant first; the header, in JSON, says name, type, shape and place of each
/// tensor; then the numbers, without a gap. Unlike a pickle it holds nothing that could be run.
public final class Safetensors {

  private static final int CHUNK = 1 << 20;

  private Safetensors() {}

  /// Writes a file, or replaces it. Whoever reads it meanwhile, or after this was cut short, finds
  /// the old one whole. What is not whole yet has a name of its own, with `.unfinished` behind it.
  public static void save(Path file, Map<String, Tensor> tensors) throws IOException {
    save(file, tensors, Map.of());
  }

  /// The same with metadata, which are texts by name.
  public static void save(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    Path written = file.resolveSibling(file.getFileName() + ".unfinished");
    if (Files.isDirectory(written)) {
      throw new IOException(written + " is a folder, and in the way");
    }
    try {
      try (FileChannel channel =
          FileChannel.open(
              written,
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        byte[] header = Header.write(tensors, metadata);
        ByteBuffer start = littleEndian(8 + header.length).putLong(header.length).put(header);
        writeFully(channel, start.flip());
        for (Tensor tensor : tensors.values()) {
          write(channel, tensor.data());
        }
        channel.force(true);
      }
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /// What a file has, in the order in which the numbers lie in it, also what [#load] cannot read.
  ///
  /// @throws IOException if it is not a file of this format; the message names the file and says
  ///   why
  public static List<StoredTensor> list(Path file) throws IOException {
    return open(file, (_, header) -> header.tensors());
  }

  /// The texts in a file, by name.
  ///
  /// @throws IOException as [#list] does
  public static Map<String, String> metadata(Path file) throws IOException {
    return open(file, (_, header) -> header.metadata());
  }

  /// Reads the floats of 32 and of 16 bits in a file, the latter as floats of 32. Others, integers
  /// for instance, are left out.
  ///
  /// @return constants, in the order in which they lie in the file
  /// @throws IOException as [#list] does
  public static Map<String, Tensor> load(Path file) throws IOException {
    return open(
        file,
        (channel, header) ->
            read(channel, header.tensors().stream().filter(StoredTensor::isRead).toList()));
  }

  /// Reads some tensors.
  ///
  /// @throws IOException as [#list] does, and if a name is not in the file or not one of floats
  public static Map<String, Tensor> load(Path file, Set<String> names) throws IOException {
    return open(
        file,
        (channel, header) -> {
          List<StoredTensor> wanted =
              header.tensors().stream().filter(tensor -> names.contains(tensor.name())).toList();
          for (StoredTensor tensor : wanted) {
            requireRead(tensor);
          }
          if (wanted.size() < names.size()) {
            Set<String> missing = new TreeSet<>(names);
            wanted.forEach(tensor -> missing.remove(tensor.name()));
            throw new Refused("has no tensor '%s'".formatted(String.join("', '", missing)));
          }
          return read(channel, wanted);
        });
  }

  /// Reads the numbers of one tensor that [#list] found. The header is not read again: who reads
  /// all tensors of a file one by one, and its header for each, reads the square of their number.
  ///
  /// @throws IOException if the file is shorter by now, or the tensor is not one of floats
  public static float[] read(Path file, StoredTensor tensor) throws IOException {
    return open(
        file,
        channel -> {
          requireRead(tensor);
          return read(channel, Header.LENGTH + headerLength(channel), tensor);
        });
  }

  /// For the weights of a model, which says nothing where one of them is no number.
  ///
  /// @throws IOException if one is NaN or infinite: the file is damaged, or a training has failed
  public static void requireFinite(Path file, String name, float[] numbers) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      if (!Float.isFinite(numbers[i])) {
        throw new IOException(
            "%s: number %d of '%s' is %s, and every weight must be finite"
                .formatted(file, i, name, numbers[i]));
      }
    }
  }

  /// Reads a file into the tensors of a model. Nothing changes unless all names and shapes are the
  /// same, and all numbers finite; but what is not read, as a mask of integers, may be in the file
  /// too.
  ///
  /// @throws IOException as [#load(Path, Set)] and [#requireFinite] do, and if a name or a shape
  ///   differs
  public static void loadInto(Path file, Map<String, Tensor> tensors) throws IOException {
    Set<String> floats =
        list(file).stream()
            .filter(StoredTensor::isRead)
            .map(StoredTensor::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, Tensor> loaded = load(file, tensors.keySet());
    if (!loaded.keySet().equals(floats)) {
      throw new IOException(
          "%s: has the tensors %s, and the model %s".formatted(file, floats, tensors.keySet()));
    }
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor from = loaded.get(entry.getKey());
      if (!from.hasShape(entry.getValue().shape())) {
        throw new IOException(
            "%s: '%s' has the shape %s, and in the model %s"
                .formatted(file, entry.getKey(), from, entry.getValue()));
      }
      requireFinite(file, entry.getKey(), from.data());
    }
    tensors.forEach((name, tensor) ->
        System.arraycopy(loaded.get(name).data(), 0, tensor.data(), 0, tensor.size()));
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(FileChannel channel) throws IOException;
  }

  @FunctionalInterface
  private interface HeaderReading<T> {
    T of(FileChannel channel, Header header) throws IOException;
  }

  private static <T> T open(Path file, HeaderReading<T> reading) throws IOException {
    return open(file, (Reading<T>) channel -> reading.of(channel, readHeader(channel)));
  }

  private static <T> T open(Path file, Reading<T> reading) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return reading.of(channel);
    } catch (EOFException e) {
      throw new IOException(file + ": ended while it was read", e);
    } catch (Refused e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static void requireRead(StoredTensor tensor) throws Refused {
    if (!tensor.isRead()) {
      throw new Refused(
          "'%s' has the dtype %s, and read are %s"
              .formatted(tensor.name(), tensor.dtype(), Dtype.READ));
    }
  }

  /// @param channel at the end of the header
  private static Map<String, Tensor> read(FileChannel channel, List<StoredTensor> wanted)
      throws IOException {
    long start = channel.position();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (StoredTensor tensor : wanted) {
      float[] data = read(channel, start, tensor);
      tensors.put(tensor.name(), Tensor.constant(data, tensor.intShape()));
    }
    return tensors;
  }

  /// @param start where the numbers of the first tensor begin
  private static float[] read(FileChannel channel, long start, StoredTensor tensor)
      throws IOException {
    float[] data = new float[Shape.size(tensor.intShape())];
    read(channel.position(start + tensor.begin()), tensor.dtype(), data);
    return data;
  }

  private static Header readHeader(FileChannel channel) throws IOException {
    int length = headerLength(channel);
    ByteBuffer header = ByteBuffer.allocate(length);
    readFully(channel, header);
    return Header.read(header.flip(), channel.size() - channel.position());
  }

  /// @param channel at the beginning; then at the header
  private static int headerLength(FileChannel channel) throws IOException {
    ByteBuffer bytes = littleEndian(Header.LENGTH);
    if (channel.size() >= Header.LENGTH) {
      readFully(channel, bytes);
    }
    return Header.length(bytes.flip(), channel.size());
  }

  private static void write(FileChannel channel, float[] data) throws IOException {
    ByteBuffer bytes = littleEndian(Math.min(data.length, CHUNK) * Float.BYTES);
    for (int from = 0; from < data.length; from += CHUNK) {
      int count = Math.min(CHUNK, data.length - from);
      bytes.clear().limit(count * Float.BYTES);
      bytes.asFloatBuffer().put(data, from, count);
      writeFully(channel, bytes);
    }
  }

  private static void read(FileChannel channel, Dtype type, float[] data) throws IOException {
    int size = type.bits() / Byte.SIZE;
    ByteBuffer bytes = littleEndian(Math.min(data.length, CHUNK) * size);
    for (int from = 0; from < data.length; from += CHUNK) {
      int count = Math.min(CHUNK, data.length - from);
      bytes.clear().limit(count * size);
      readFully(channel, bytes);
      type.floats(bytes.flip(), data, from, from + count);
    }
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static void readFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException();
      }
    }
  }
}
