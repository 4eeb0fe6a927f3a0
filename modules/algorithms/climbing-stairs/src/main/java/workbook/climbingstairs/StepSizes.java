package workbook.climbingstairs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the sizes of the moves as they are typed: `1,3,5`, or `1..6` for `1,2,3,4,5,6`.
final class StepSizes implements ITypeConverter<Steps> {

  private static final int LARGEST = 100;

  @Override
  public Steps convert(String text) {
    List<Integer> sizes = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("\\.\\.", 2);
      int from = size(ends[0], text);
      int to = ends.length == 1 ? from : size(ends[1], text);
      if (from > to) {
        throw wrong(text);
      }
      IntStream.rangeClosed(from, to).forEach(sizes::add);
    }
    return new Steps(sizes);
  }

  private static int size(String text, String whole) {
    // Three digits at most, so that the number fits; ASCII digits only.
    int size = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    if (size < 1 || size > LARGEST) {
      throw wrong(whole);
    }
    return size;
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        "must be sizes from 1 to %d such as 1,3,5 or 1..6, and was '%s'".formatted(LARGEST, text));
  }
}
