package workbook.text;

import java.util.List;
import java.util.stream.IntStream;

/// The text is split, and each side cut by itself. What overlaps the split is lost: that is the
/// price, `length - 1` pieces, once.
final class Windows {

  private Windows() {}

  record Sides(List<Integer> training, List<Integer> validation) {}

  static Sides split(int characters, int split, int length) {
    return new Sides(starts(0, split - length), starts(split, characters - length));
  }

  private static List<Integer> starts(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }
}
