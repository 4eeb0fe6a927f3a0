package workbook.dataquality;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Documents some of which are copies of others with a few words changed. A copy may be copied
/// again.
final class Copies {

  static final int DOCUMENTS = 1000;
  static final int WORDS = 80;
  private static final int ORIGINALS = 700;
  private static final int MOST_CHANGES = 12;

  private Copies() {}

  static List<String> documents(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Source source = new Source(1);
    List<int[]> documents = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      if (i < ORIGINALS) {
        documents.add(source.draw(WORDS, random));
      } else {
        int[] copy = documents.get(random.nextInt(i)).clone();
        int changes = random.nextInt(MOST_CHANGES + 1);
        for (int change = 0; change < changes; change++) {
          copy[random.nextInt(WORDS)] = random.nextInt(Source.WORDS);
        }
        documents.add(copy);
      }
    }
    return documents.stream().map(Vocabulary::english).toList();
  }
}
