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
import java.util.List;
import java.util.Map;

/// Named tensors in a file that PyTorch and most others read too.
///
/// [The format](https://github.com/huggingface/safetensors#format): 8 bytes with the length of the
/// header, least significant first; the header, in JSON, says name, type, shape and place of each
/// tensor; then the numbers, without a gap. Unlike a pickle it holds nothing that could be run.
public final class Safetensors {

  private static final int CHUNK = 1 << 20;

  private Safetensors() {}

  /// Writes a file, or replaces it. Whoever reads it meanwhile, or after this was cut short, finds
  /// the old one whole.
  public static void save(Path file, Map<String, Tensor> tensors) throws IOException {
    Path written = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(
              written,
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        byte[] header = Header.write(tensors);
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

  /// Reads a file.
  ///
  /// @return constants, in the order in which they lie in the file
  /// @throws IOException if it is not a file of this format with floats of 32 bits; the message
  ///   names the file and says why
  public static Map<String, Tensor> load(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      List<Header.Entry> entries = readHeader(channel);
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (Header.Entry entry : entries) {
        float[] data = new float[Shape.size(entry.shape())];
        read(channel, data);
        tensors.put(entry.name(), Tensor.constant(data, entry.shape()));
      }
      return tensors;
    } catch (EOFException e) {
      throw new IOException(file + ": ended while it was read", e);
    } catch (Refused e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /// Reads a file into the tensors of a model. Nothing changes unless all names and shapes are the
  /// same.
  ///
  /// @throws IOException as [#load] does, and if a name or a shape differs
  public static void loadInto(Path file, Map<String, Tensor> tensors) throws IOException {
    Map<String, Tensor> loaded = load(file);
    if (!loaded.keySet().equals(tensors.keySet())) {
      throw new IOException(
          "%s: has the tensors %s, and the model %s"
              .formatted(file, loaded.keySet(), tensors.keySet()));
    }
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor from = loaded.get(entry.getKey());
      if (!from.hasShape(entry.getValue().shape())) {
        throw new IOException(
            "%s: '%s' has the shape %s, and in the model %s"
                .formatted(file, entry.getKey(), from, entry.getValue()));
      }
    }
    tensors.forEach((name, tensor) ->
        System.arraycopy(loaded.get(name).data(), 0, tensor.data(), 0, tensor.size()));
  }

  private static List<Header.Entry> readHeader(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < 8) {
      throw new Refused("has %d bytes, and the length of the header alone takes 8".formatted(size));
    }
    ByteBuffer bytes = littleEndian(8);
    readFully(channel, bytes);
    long length = bytes.flip().getLong();
    if (length < 0 || length > Math.min(size - 8, Header.LONGEST)) {
      throw new Refused(
          "says that its header has %s bytes; %d are left, and more than %d nobody writes"
              .formatted(Long.toUnsignedString(length), size - 8, Header.LONGEST));
    }
    ByteBuffer header = ByteBuffer.allocate((int) length);
    readFully(channel, header);
    return Header.read(header.flip(), size - 8 - length);
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

  private static void read(FileChannel channel, float[] data) throws IOException {
    ByteBuffer bytes = littleEndian(Math.min(data.length, CHUNK) * Float.BYTES);
    for (int from = 0; from < data.length; from += CHUNK) {
      int count = Math.min(CHUNK, data.length - from);
      bytes.clear().limit(count * Float.BYTES);
      readFully(channel, bytes);
      bytes.flip().asFloatBuffer().get(data, from, count);
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
