package workbook.autograd;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The header of a file of [Safetensors]. Nothing in it is believed before it was checked: all that
/// is allocated later is allocated by what it says.
///
/// @param tensors in the order in which their numbers lie in the file
/// @param metadata texts by name, for whoever wrote the file
record Header(List<StoredTensor> tensors, Map<String, String> metadata) {

  /// So many bytes before it say how long it is.
  static final int LENGTH = 8;

  /// What the format's own reader allows.
  static final int LONGEST = 100_000_000;

  /// The one name that is no tensor.
  private static final String METADATA = "__metadata__";

  private static final Map<String, Dtype> DTYPES =
      Arrays.stream(Dtype.values()).collect(Collectors.toMap(Dtype::name, type -> type));

  /// More bytes than a file can have; eight times as many bits are still a `long`.
  private static final long MOST = Long.MAX_VALUE / 64;

  private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// The header of a file that holds these tensors in this order, in UTF-8, followed by spaces to a
  /// multiple of 8 bytes.
  static byte[] write(Map<String, Tensor> tensors, Map<String, String> metadata) {
    Map<String, Object> root = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      root.put(METADATA, new TreeMap<>(metadata)); // In one order, whatever the map's is.
    }
    long at = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      if (entry.getKey().equals(METADATA)) {
        throw new IllegalArgumentException("no tensor can have the name " + METADATA);
      }
      long end = at + 4L * entry.getValue().size();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("dtype", "F32");
      fields.put("shape", entry.getValue().shape());
      fields.put("data_offsets", new long[] {at, end});
      root.put(entry.getKey(), fields);
      at = end;
    }
    byte[] json = JSON.writeValueAsBytes(root);
    byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  /// How many bytes a header has.
  ///
  /// @param bytes the first of the file, least significant first
  /// @param size of the file
  static int length(ByteBuffer bytes, long size) throws Refused {
    if (size < LENGTH) {
      throw refused("has %d bytes, and the length of the header alone takes 8", size);
    }
    long length = bytes.getLong();
    if (length < 0 || length > Math.min(size - LENGTH, LONGEST)) {
      throw refused(
          "says that its header has %s bytes; %d are left, and more than %d nobody writes",
          Long.toUnsignedString(length), size - LENGTH, LONGEST);
    }
    return (int) length;
  }

  /// @param size how many bytes follow the header
  static Header read(ByteBuffer bytes, long size) throws Refused {
    List<StoredTensor> entries = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : parse(bytes).properties()) {
      if (property.getKey().equals(METADATA)) {
        checkMetadata(property.getValue());
        property.getValue().forEachEntry((name, text) -> metadata.put(name, text.asString()));
      } else {
        entries.add(entry(property.getKey(), property.getValue()));
      }
    }
    entries.sort(
        Comparator.comparingLong(StoredTensor::begin).thenComparingLong(StoredTensor::end));
    long at = 0;
    for (StoredTensor entry : entries) {
      if (entry.begin() != at) {
        throw refused(
            "the numbers of '%s' begin at %d, and those before it end at %d",
            entry.name(), entry.begin(), at);
      }
      at = entry.end();
    }
    if (at != size) {
      throw refused("the tensors take %d bytes, and %d follow the header", at, size);
    }
    return new Header(entries, metadata);
  }

  private static void checkMetadata(JsonNode metadata) throws Refused {
    if (!metadata.isObject() || !metadata.valueStream().allMatch(JsonNode::isString)) {
      throw refused("%s must be an object of strings", METADATA);
    }
  }

  private static JsonNode parse(ByteBuffer bytes) throws Refused {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (!text.startsWith("{")) {
        throw refused("the header does not begin with {");
      }
      return JSON.readTree(text);
    } catch (CharacterCodingException e) {
      throw refused("the header is not UTF-8");
    } catch (JacksonException e) {
      throw refused("the header is not JSON: %s", e.getOriginalMessage());
    }
  }

  private static StoredTensor entry(String name, JsonNode fields) throws Refused {
    if (!fields.isObject() || !Set.copyOf(fields.propertyNames()).equals(FIELDS)) {
      throw refused("'%s' must have dtype, shape and data_offsets, and nothing else", name);
    }
    Dtype type = fields.get("dtype").isString() ? DTYPES.get(fields.get("dtype").asString()) : null;
    if (type == null) {
      throw refused(
          "'%s' has the dtype %s, which the format does not have", name, fields.get("dtype"));
    }
    long[] shape = numbers(name, "shape", fields.get("shape"));
    long bytes = bytes(name, type, shape);
    long[] offsets = numbers(name, "data_offsets", fields.get("data_offsets"));
    if (offsets.length != 2 || offsets[1] - offsets[0] != bytes) {
      throw refused(
          "'%s' has the data_offsets %s, and its shape %s takes %d bytes",
          name, Arrays.toString(offsets), Arrays.toString(shape), bytes);
    }
    return new StoredTensor(name, type, shape, offsets[0], offsets[1]);
  }

  /// How many bytes a tensor takes. One that can be read must fit an array; of the others nothing
  /// is allocated.
  private static long bytes(String name, Dtype type, long... shape) throws Refused {
    long least = type.isRead() ? 1 : 0;
    long most = type.isRead() ? Integer.MAX_VALUE : MOST;
    long count = 1;
    for (long length : shape) {
      if (length < least || length > most / Math.max(1, count)) {
        throw refused(
            "'%s' has the shape %s: sizes from %d on, and %d elements at most",
            name, Arrays.toString(shape), least, most);
      }
      count *= length;
    }
    if (count * type.bits() % 8 != 0) {
      throw refused(
          "'%s' has the shape %s, which of %s is no whole number of bytes",
          name, Arrays.toString(shape), type);
    }
    return count * type.bits() / 8;
  }

  private static long[] numbers(String name, String field, JsonNode array) throws Refused {
    if (!array.isArray() || !array.valueStream().allMatch(Header::isWhole)) {
      throw refused("'%s': %s must be a list of whole numbers, and is %s", name, field, array);
    }
    return array.valueStream().mapToLong(JsonNode::asLong).toArray();
  }

  private static boolean isWhole(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToLong() && number.asLong() >= 0;
  }

  /// The reason is cut where it is long: it may quote a hostile file.
  private static Refused refused(String format, Object... values) {
    String reason = format.formatted(values).replace("\n", "\\n");
    return new Refused(reason.length() <= 300 ? reason : reason.substring(0, 300) + "...");
  }
}
