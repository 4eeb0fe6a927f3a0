package workbook.abilities;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import workbook.lab.Printable;

/// A text as retrieval sees it: its words in lower case, and how often each occurs. What is neither
/// a letter nor a digit parts words.
///
/// @param counts in the order in which words occur first
record Terms(Map<String, Integer> counts, int length) {

  static Terms of(String text) {
    List<String> words = words(text);
    Map<String, Integer> counts = new LinkedHashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    return new Terms(counts, words.size());
  }

  static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  int count(String word) {
    return counts.getOrDefault(word, 0);
  }

  /// @throws IllegalArgumentException if an argument is empty, or would do something to a terminal
  static void checkPrintable(String name, String text) {
    if (text.isBlank() || !text.chars().allMatch(c -> Printable.isPrintable((char) c))) {
      throw new IllegalArgumentException(
          "%s must be printable, in one line, and was '%s'".formatted(name, Printable.line(text)));
    }
  }
}
