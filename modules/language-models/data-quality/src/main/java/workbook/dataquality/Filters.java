package workbook.dataquality;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The steps that look at one document at a time, in their order, and what duplicates are told by.
final class Filters {

  static final List<String> STEPS =
      List.of("language", "rules", "perplexity", "test set", "exact", "near");

  /// GPT-3's decontamination: thirteen words in a row.
  static final int TEST_WORDS = 13;

  static final int WORDS = 5;
  static final Bands BANDS = new Bands(20, 5);
  static final double SIMILAR = 0.6;
  private static final MinHash MIN_HASH = new MinHash(100, 1);

  private final LanguageFilter languages = LanguageFilter.ofWords();
  private final Bigrams good;
  private final double mostSurprise;
  private final Set<Long> test = new HashSet<>();

  /// What is to be known before.
  ///
  /// @param good texts that were read and found good
  /// @param test what the model will be tested on
  record Known(List<String> good, List<String> test) implements Serializable {}

  Filters(Known known) {
    int half = known.good().size() / 2;
    good = new Bigrams(known.good().subList(0, half));
    // Few of the good texts that were not counted surprise more than this.
    double[] surprises =
        known.good().subList(half, known.good().size()).stream()
            .mapToDouble(good::surprise)
            .sorted()
            .toArray();
    mostSurprise = 1.15 * surprises[surprises.length * 9 / 10];
    for (String text : known.test()) {
      for (long shingle : Shingles.of(text, TEST_WORDS)) {
        test.add(shingle);
      }
    }
  }

  /// The step that rejects a document by itself; empty if none does.
  String rejectedBy(String text) {
    if (!languages.language(text).equals("en")) {
      return "language";
    }
    if (Gopher.broken(text).isPresent()) {
      return "rules";
    }
    if (good.surprise(text) > mostSurprise) {
      return "perplexity";
    }
    for (long shingle : Shingles.of(text, TEST_WORDS)) {
      if (test.contains(shingle)) {
        return "test set";
      }
    }
    return "";
  }

  /// The same for texts that are equal to the letter, and for hardly any others.
  static long exact(String text) {
    return Shingles.of(text, Integer.MAX_VALUE)[0];
  }

  static long[] shingles(String text) {
    return Shingles.of(text, WORDS);
  }

  /// The buckets in which a document meets others.
  static long[] buckets(long... shingles) {
    long[] signature = MIN_HASH.signature(shingles);
    long[] keys = new long[BANDS.bands()];
    for (int band = 0; band < keys.length; band++) {
      keys[band] = BANDS.key(signature, band);
    }
    return keys;
  }
}
