package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Jvm;

@DisplayName("A safetensors file")
class SafetensorsTest {

  private static final Golden GOLDEN = Golden.beside(SafetensorsTest.class);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("model.safetensors");
  }

  private static Tensor numbers(int... shape) {
    Tensor tensor = Tensor.parameter(shape);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.data()[i] = 0.1f * i - 3;
    }
    return tensor;
  }

  @Test
  @DisplayName("written by Hugging Face's package for PyTorch is read: names, shapes, numbers")
  void theirs() throws IOException {
    Map<String, Tensor> tensors = Safetensors.load(GOLDEN.file());
    assertThat(tensors).hasSizeGreaterThan(100).containsKey("train/start/w1");
    assertThat(tensors.get("train/start/w1").shape()).containsExactly(18, 16);
    assertThat(tensors.get("mean/y").shape()).isEmpty();
    // golden.py: torch.ones(HIDDEN), and the positions are whole numbers below 40.
    assertThat(tensors.get("train/start/gain").data()).containsOnly(1);
    for (float position : tensors.get("train/positions").data()) {
      assertThat(position).isBetween(0f, 39f).isEqualTo(Math.round(position));
    }
    double sum = 0;
    for (float p : tensors.get("softmax/y").data()) {
      sum += p;
    }
    assertThat(sum).isCloseTo(4, org.assertj.core.api.Assertions.within(1e-6));
  }

  @Test
  @DisplayName("comes back as it was, to the bit, any name and every kind of float")
  void roundTrip() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("z", numbers(2, 3));
    tensors.put("权重 \"1\"\n", numbers());
    tensors.put(
        "odd",
        Tensor.constant(
            new float[] {
              Float.NaN,
              Float.intBitsToFloat(0x7fa00001),
              -0.0f,
              Float.NEGATIVE_INFINITY,
              Float.MIN_VALUE,
              Float.MAX_VALUE
            },
            6));
    tensors.put("larger than a chunk", numbers(3, 400_000));
    Safetensors.save(file(), tensors);
    Map<String, Tensor> loaded = Safetensors.load(file());
    assertThat(loaded.keySet()).containsExactlyElementsOf(tensors.keySet());
    tensors.forEach((name, tensor) -> {
      assertThat(loaded.get(name).shape()).isEqualTo(tensor.shape());
      assertThat(bits(loaded.get(name))).as(name).isEqualTo(bits(tensor));
    });
    assertThat(folder.toFile().list())
        .as("nothing else is left")
        .containsExactly(file().getFileName().toString());
  }

  private static int[] bits(Tensor x) {
    int[] bits = new int[x.size()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(x.data()[i]);
    }
    return bits;
  }

  @Test
  @DisplayName("is laid out, byte by byte, as the format says")
  void layout() throws IOException {
    Safetensors.save(file(), Map.of("xy", Tensor.constant(new float[] {1, -2}, 2, 1)));
    byte[] bytes = Files.readAllBytes(file());
    String header = "{\"xy\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}";
    // 57 characters, and 7 spaces to a multiple of 8; 1 is 3f800000 and -2 is c0000000.
    assertThat(header).hasSize(57);
    assertThat(Arrays.copyOf(bytes, 8)).containsExactly(64, 0, 0, 0, 0, 0, 0, 0);
    assertThat(new String(bytes, 8, 64, StandardCharsets.UTF_8)).isEqualTo(header + " ".repeat(7));
    assertThat(Arrays.copyOfRange(bytes, 72, bytes.length))
        .containsExactly(0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0);
  }

  @Test
  @DisplayName("without any tensor is a file, too")
  void empty() throws IOException {
    Safetensors.save(file(), Map.of());
    assertThat(Safetensors.load(file())).isEmpty();
  }

  @Test
  @DisplayName("goes into no model with a number that is NaN or infinite, and leaves it as it was")
  void notFinite() throws IOException {
    Tensor w = numbers(2);
    Tensor v = numbers(2, 3);
    for (float number : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      Tensor damaged = numbers(2, 3);
      damaged.data()[4] = number;
      Safetensors.save(file(), Map.of("w", Tensor.parameter(2), "v", damaged));
      assertThatThrownBy(() -> Safetensors.loadInto(file(), Map.of("w", w, "v", v)))
          .isInstanceOf(IOException.class)
          .hasMessage("%s: number 4 of 'v' is %s, and every weight must be finite", file(), number);
      assertThat(w.data()).isEqualTo(numbers(2).data());
    }
  }

  @Test
  @DisplayName("goes into a model only if all names and shapes are the model's")
  void into() throws IOException {
    Safetensors.save(file(), Map.of("w", numbers(2, 3)));
    Tensor w = Tensor.parameter(2, 3);
    Safetensors.loadInto(file(), Map.of("w", w));
    assertThat(w.data()).isEqualTo(numbers(2, 3).data());
    Tensor turned = Tensor.parameter(3, 2);
    assertThatThrownBy(() -> Safetensors.loadInto(file(), Map.of("w", turned)))
        .isInstanceOf(IOException.class)
        .hasMessage(file() + ": 'w' has the shape [2, 3], and in the model [3, 2]");
    assertThat(turned.data()).containsOnly(0);
    assertThatThrownBy(() -> Safetensors.loadInto(file(), Map.of("v", w)))
        .isInstanceOf(IOException.class)
        .hasMessage(file() + ": has no tensor 'v'");
    Tensor two = Tensor.parameter(2);
    Safetensors.save(file(), Map.of("w", numbers(2), "v", two));
    assertThatThrownBy(() -> Safetensors.loadInto(file(), Map.of("v", two)))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(", and the model [v]");
  }

  @Test
  @DisplayName("that could not be written leaves the old one, and nothing else")
  void failedSave() throws IOException {
    Safetensors.save(file(), Map.of("w", numbers(2)));
    Tape tape = new Tape(workbook.kernels.FloatKernels.best());
    Tensor gone = tape.exp(numbers(2));
    tape.reset();
    assertThatThrownBy(() -> Safetensors.save(file(), Map.of("w", gone)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Safetensors.save(file(), Map.of("__metadata__", numbers(2))))
        .hasMessage("no tensor can have the name __metadata__");
    assertThat(Safetensors.load(file()).get("w").data()).isEqualTo(numbers(2).data());
    assertThat(folder.toFile().list()).hasSize(1);
  }

  /// Saves one file after the other; all numbers of the first are 0, of the second 1, and so on.
  static final class Saving {
    static void main(String[] args) throws IOException {
      Tensor w = Tensor.parameter(1 << 20);
      while (true) {
        Safetensors.save(Path.of(args[0]), Map.of("w", w));
        System.out.println("saved");
        Arrays.fill(w.data(), w.data()[0] + 1);
      }
    }
  }

  @Test
  @DisplayName("is not written over a folder, which stays")
  void folderInTheWay() throws IOException {
    Path inTheWay = Files.createDirectory(folder.resolve("w.unfinished"));
    assertThatThrownBy(
            () -> Safetensors.save(folder.resolve("w"), Map.of("x", Tensor.parameter(1))))
        .isInstanceOf(IOException.class)
        .hasMessage(inTheWay + " is a folder, and in the way");
    assertThat(inTheWay).isDirectory();
  }

  @ParameterizedTest
  @Tag("solutions")
  @ValueSource(ints = {1, 3})
  @DisplayName("whose writer is killed is the one before or the next, and whole")
  void killed(int saved) throws Exception {
    Process process = Jvm.of(Saving.class, file().toString()).redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader()) {
      for (int i = 0; i < saved; i++) {
        assertThat(out.readLine()).isEqualTo("saved");
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    float[] numbers = Safetensors.load(file()).get("w").data();
    assertThat(numbers[0]).isGreaterThanOrEqualTo(saved - 1);
    float[] all = new float[numbers.length];
    Arrays.fill(all, numbers[0]);
    assertThat(Arrays.equals(numbers, all)).as("all are of one file").isTrue();
    Safetensors.save(file(), Map.of("w", numbers(2)));
    assertThat(folder.toFile().list()).as("what the killed one left is gone").hasSize(1);
  }

  private void refused(String reason, byte[] content) throws IOException {
    Files.write(file(), content);
    assertThatThrownBy(() -> Safetensors.load(file()), reason)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file() + ": " + reason);
  }

  private static byte[] file(long length, byte[] header, int dataBytes) {
    return ByteBuffer.allocate(8 + header.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(header)
        .array();
  }

  private static byte[] file(String header, int dataBytes) {
    byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
    return file(bytes.length, bytes, dataBytes);
  }

  @Test
  @DisplayName("that is cut anywhere is refused")
  void truncated() throws IOException {
    Safetensors.save(file(), Map.of("x", numbers(3)));
    byte[] whole = Files.readAllBytes(file());
    assertThat(whole).hasSize(8 + 56 + 12);
    for (int length = 0; length < whole.length; length++) {
      refused(
          length < 8
              ? "has %d bytes, and the length of the header alone takes 8".formatted(length)
              : length < 64
                  ? "says that its header has 56 bytes; %d are left, and more than 100000000 nobody writes"
                      .formatted(length - 8)
                  : "the tensors take 12 bytes, and %d follow the header".formatted(length - 64),
          Arrays.copyOf(whole, length));
    }
    refused("the tensors take 12 bytes, and 13 follow", Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  @DisplayName("whose header claims a length that cannot be is refused before memory is taken")
  void headerLength() throws IOException {
    byte[] header = "{}".getBytes(StandardCharsets.UTF_8);
    for (long length : new long[] {3, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, -1}) {
      refused(
          "says that its header has %s bytes; 2 are left, and more than 100000000 nobody writes"
              .formatted(Long.toUnsignedString(length)),
          file(length, header, 0));
    }
    refused("the header does not begin with {", file(0, new byte[0], 0));
    refused("the header is not JSON: Unexpected end-of-input", file(1, header, 0));
  }

  @ParameterizedTest(name = "{1}")
  @DisplayName("is refused with the reason:")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | the header is not JSON: Duplicate Object property "x"
          {"x":{"dtype":"F32","shape":[2],"shape":[2],"data_offsets":[0,8]}} | the header is not JSON: Duplicate Object property "shape"
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}                 | the header is not JSON: Unexpected end-of-input
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} {}             | the header is not JSON: Trailing token
          {x:1}                                                                 | the header is not JSON: Unexpected character
          []                                                                    | the header does not begin with {
          {"x":[1]}                                                             | 'x' must have dtype, shape and data_offsets, and nothing else
          {"x":{"dtype":"F32","shape":[2]}}                                     | 'x' must have dtype, shape and data_offsets, and nothing else
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"run":"rm"}}     | 'x' must have dtype, shape and data_offsets, and nothing else
          {"__metadata__":{"epoch":3}}                                          | __metadata__ must be an object of strings
          {"__metadata__":"x"}                                                  | __metadata__ must be an object of strings
          {"x":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}                | 'x' has the dtype "F31", which the format does not have
          {"x":{"dtype":"BF16","shape":[2],"data_offsets":[0,8]}}               | 'x' has the data_offsets [0, 8], and its shape [2] takes 4 bytes
          {"x":{"dtype":"F4","shape":[3],"data_offsets":[0,1]}}                 | 'x' has the shape [3], which of F4 is no whole number of bytes
          {"x":{"dtype":"I64","shape":[4294967296,4294967296],"data_offsets":[0,8]}} | 'x' has the shape [4294967296, 4294967296]: sizes from 0 on
          {"x":{"dtype":"I64","shape":[2305843009213693952],"data_offsets":[0,0]}}   | 'x' has the shape [2305843009213693952]: sizes from 0 on
          {"x":{"dtype":32,"shape":[2],"data_offsets":[0,8]}}                   | 'x' has the dtype 32, which the format does not have
          {"x":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}                  | 'x': shape must be a list of whole numbers, and is 2
          {"x":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}              | 'x': shape must be a list of whole numbers, and is [2.0]
          {"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}               | 'x': shape must be a list of whole numbers, and is [-2]
          {"x":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}} | 'x': shape must be a list of whole numbers, and is [99999999999999999999]
          {"x":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}                | 'x' has the shape [0]: sizes from 1 on, and 2147483647 elements at most
          {"x":{"dtype":"F32","shape":[65536,65536,65536,65537],"data_offsets":[0,8]}} | 'x' has the shape [65536, 65536, 65536, 65537]: sizes from 1 on
          {"x":{"dtype":"F32","shape":[2147483648],"data_offsets":[0,8]}}       | 'x' has the shape [2147483648]: sizes from 1 on
          {"x":{"dtype":"F32","shape":[2147483647],"data_offsets":[0,8589934588]}} | the tensors take 8589934588 bytes, and 8 follow the header
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0]}}                  | 'x' has the data_offsets [0], and its shape [2] takes 8 bytes
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,12]}}               | 'x' has the data_offsets [0, 12], and its shape [2] takes 8 bytes
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}                | 'x' has the data_offsets [8, 0], and its shape [2] takes 8 bytes
          {"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}                | the numbers of 'x' begin at 4, and those before it end at 0
          {"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"y":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}} | the numbers of 'y' begin at 8, and those before it end at 4
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}  | the numbers of 'y' begin at 4, and those before it end at 8
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}  | the numbers of 'y' begin at 0, and those before it end at 8
          {"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}                | the tensors take 4 bytes, and 8 follow the header
          {}                                                                    | the tensors take 0 bytes, and 8 follow the header
          """)
  void hostile(String header, String reason) throws IOException {
    refused(reason, file(header, 8));
  }

  @Test
  @DisplayName("is refused if its header is not UTF-8, is nested without end, or has no end")
  void hostileText() throws IOException {
    byte[] header = "{\"x\":{}}".getBytes(StandardCharsets.UTF_8);
    header[2] = (byte) 0xff;
    refused("the header is not UTF-8", file(header.length, header, 0));
    refused(
        "the header is not JSON: Document nesting depth", file("{\"x\":" + "[".repeat(100_000), 0));
    String long1 = "[" + "1,".repeat(100_000) + "-1]";
    Files.write(
        file(),
        file(
            "{\"x\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[0,8]}}".formatted(long1), 8));
    assertThatThrownBy(() -> Safetensors.load(file()))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600).endsWith("..."));
  }

  @Test
  @Tag("solutions")
  @DisplayName("with a header of twice the size takes twice the memory to read, not four times")
  void longHeaders() throws IOException {
    // Axes of one tensor, and tensors: a message for each, made before it is needed, would hold all
    // of the others.
    assertThat(bytesToRead(axes(8_000)) / bytesToRead(axes(4_000))).isBetween(1.5, 2.5);
    assertThat(bytesToRead(tensors(4_000)) / bytesToRead(tensors(2_000))).isBetween(1.5, 2.5);
    // The header and the tree of it take some hundred bytes for each tensor.
    assertThat(bytesToRead(tensors(4_000)) / 4_000).isLessThan(4_000);
  }

  private static byte[] axes(int count) {
    String shape = String.join(",", Collections.nCopies(count, "1"));
    return file(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[0,4]}}".formatted(shape), 4);
  }

  private static byte[] tensors(int count) {
    return file(
        IntStream.range(0, count)
            .mapToObj(i ->
                "\"x%d\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}"
                    .formatted(i, 4 * i, 4 * i + 4))
            .collect(Collectors.joining(",", "{", "}")),
        4 * count);
  }

  private double bytesToRead(byte[] content) throws IOException {
    Files.write(file(), content);
    Safetensors.load(file());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Safetensors.load(file());
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /// Written by PyTorch: dtypes.py.
  private static Path dtypes() throws URISyntaxException {
    return Path.of(SafetensorsTest.class.getResource("dtypes.safetensors").toURI());
  }

  @Test
  @DisplayName("with floats of 16 bits gives the floats of 32 that PyTorch makes of them")
  void sixteenBits() throws Exception {
    Map<String, Tensor> tensors = Safetensors.load(dtypes());
    assertThat(tensors).containsOnlyKeys("half", "half as float", "brain", "brain as float");
    for (String name : List.of("half", "brain")) {
      assertThat(tensors.get(name).shape()).containsExactly(5, 10);
      assertThat(bits(tensors.get(name))).isEqualTo(bits(tensors.get(name + " as float")));
    }
  }

  @Test
  @DisplayName("with integers and others is listed whole; they are refused when they are asked for")
  void others() throws Exception {
    assertThat(Safetensors.list(dtypes()))
        .map(StoredTensor::toString)
        .contains("ids: I64 [2, 3]", "mask: BOOL [3]", "double: F64 [2]", "none: I32 [0, 3]")
        .contains("bytes: U8 [3]", "eighths: F8_E4M3 [4]", "half: F16 [5, 10]")
        .hasSize(10);
    assertThat(Safetensors.load(dtypes(), Set.of("brain"))).containsOnlyKeys("brain");
    assertThatThrownBy(() -> Safetensors.load(dtypes(), Set.of("brain", "ids")))
        .isInstanceOf(IOException.class)
        .hasMessage(dtypes() + ": 'ids' has the dtype I64, and read are F32, F16 and BF16");
    assertThatThrownBy(() -> Safetensors.load(dtypes(), Set.of("brain", "cell")))
        .hasMessage(dtypes() + ": has no tensor 'cell'");
  }

  @Test
  @DisplayName("goes into a model although it has integers too, which the model does not ask for")
  void intoBesideIntegers() throws IOException {
    Files.write(
        file(),
        file(
            """
            {"ids":{"data_offsets":[0,4],"dtype":"I32","shape":[1]},\
            "w":{"dtype":"F16","shape":[2],"data_offsets":[4,8]}}\
            """,
            8));
    Tensor w = Tensor.constant(new float[] {1, 2}, 2);
    Safetensors.loadInto(file(), Map.of("w", w));
    assertThat(w.data()).containsOnly(0);
    assertThatThrownBy(() -> Safetensors.loadInto(file(), Map.of("w", w, "ids", numbers(1))))
        .hasMessage(file() + ": 'ids' has the dtype I32, and read are F32, F16 and BF16");
  }

  @Test
  @DisplayName("gives its metadata back, and is the same whatever their order was")
  void metadata() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("name", "权重 \"1\"\n");
    texts.put("alphabet", "\t \u00e9\ud83d\ude42");
    Safetensors.save(file(), Map.of("w", numbers(2)), texts);
    assertThat(Safetensors.metadata(file())).isEqualTo(texts);
    assertThat(Safetensors.load(file())).containsOnlyKeys("w");
    byte[] bytes = Files.readAllBytes(file());
    texts.put("name", texts.remove("name")); // Now it is the last.
    Safetensors.save(file(), Map.of("w", numbers(2)), texts);
    assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    Safetensors.save(file(), Map.of("w", numbers(2)));
    assertThat(Safetensors.metadata(file())).isEmpty();
  }

  @Test
  @DisplayName("may list its tensors in another order than that of their numbers")
  void anyOrder() throws IOException {
    Files.write(
        file(),
        file(
            """
            {"b":{"data_offsets":[4,8],"dtype":"F32","shape":[]},\
            "__metadata__":{"format":"pt"},\
            "a":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}\
            """
                + "   ",
            8));
    assertThat(List.copyOf(Safetensors.load(file()).keySet())).containsExactly("a", "b");
  }

  @Test
  @DisplayName("gives a tensor that was listed by itself, or says that it is no longer there")
  void listed() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("first", numbers(2, 3));
    tensors.put("second", numbers(4));
    Safetensors.save(file(), tensors);
    List<StoredTensor> listed = Safetensors.list(file());
    for (StoredTensor tensor : listed) {
      assertThat(Safetensors.read(file(), tensor)).isEqualTo(tensors.get(tensor.name()).data());
    }
    tensors.remove("second");
    Safetensors.save(file(), tensors);
    assertThatThrownBy(() -> Safetensors.read(file(), listed.getLast()))
        .isInstanceOf(IOException.class)
        .hasMessage(file() + ": ended while it was read");
  }
}
