package workbook.pretraining;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// A test that leaks into the text of pretraining.
final class Leak {

  private Leak() {}

  static List<String> clean(List<String> pretraining, List<String> test, int n) {
    return pretraining.stream()
        .filter(document -> test.stream().noneMatch(of -> leaks(words(document), words(of), n)))
        .toList();
  }

  private static boolean leaks(List<String> document, List<String> test, int n) {
    int length = Math.min(n, test.size());
    for (int i = 0; i + length <= test.size(); i++) {
      if (Collections.indexOfSubList(document, test.subList(i, i + length)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String document) {
    return List.of(document.toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }
}
