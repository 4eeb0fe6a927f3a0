package workbook.autograd;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A tensor in a file of [Safetensors], as the header has it.
///
/// @param begin where its numbers begin, counted from the end of the header
/// @param end where they end
public record StoredTensor(String name, Dtype dtype, long[] shape, long begin, long end) {

  /// Whether its numbers can be read as floats.
  public boolean isRead() {
    return dtype.isRead();
  }

  int[] intShape() {
    return Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
  }

  /// For instance `ids: I64 [2, 3]`.
  @Override
  public String toString() {
    return Arrays.stream(shape)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", ", name + ": " + dtype + " [", "]"));
  }
}
