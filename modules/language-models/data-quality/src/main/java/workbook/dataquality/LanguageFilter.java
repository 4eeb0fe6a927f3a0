package workbook.dataquality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tells languages by their trigrams of letters, as naive Bayes does: which language makes the
/// text's trigrams most probable.
final class LanguageFilter {

  private static final int LONG_ENOUGH = 300;

  /// How often a trigram is taken to stand in a sample that does not have it.
  private static final double UNSEEN = 0.1;

  private final List<String> languages;

  /// By trigram, the logarithm of its probability in each language.
  private final Map<Long, double[]> logs = new HashMap<>();

  private final double[] unseen;

  /// @param samples a text of each language
  LanguageFilter(SortedMap<String, String> samples) {
    languages = new ArrayList<>(samples.keySet());
    unseen = new double[languages.size()];
    for (int language = 0; language < unseen.length; language++) {
      String text = letters(samples.get(languages.get(language)), Integer.MAX_VALUE);
      double all = Math.max(1, text.length() - 2);
      unseen[language] = StrictMath.log(UNSEEN / all);
      Map<Long, Integer> counts = new HashMap<>();
      for (int i = 0; i + 3 <= text.length(); i++) {
        counts.merge(trigram(text, i), 1, Integer::sum);
      }
      int of = language;
      counts.forEach((trigram, count) ->
          logs.computeIfAbsent(trigram, _ -> new double[languages.size()])[of] =
              StrictMath.log(count / all));
    }
    // A probability of 1 has the logarithm 0, but no trigram of a sample has it.
    logs.values().forEach(each -> Arrays.setAll(each, i -> each[i] == 0 ? unseen[i] : each[i]));
  }

  /// Of the three languages of [Vocabulary], each by its list of words.
  static LanguageFilter ofWords() {
    return new LanguageFilter(
        new TreeMap<>(
            Map.of(
                "en", String.join(" ", Vocabulary.ENGLISH),
                "de", String.join(" ", Vocabulary.GERMAN),
                "zh", String.join("", Vocabulary.CHINESE))));
  }

  /// The language of a text, by the letters at its beginning; empty if it has next to none.
  String language(String text) {
    String letters = letters(text, LONG_ENOUGH);
    double[] sums = new double[languages.size()];
    for (int i = 0; i + 3 <= letters.length(); i++) {
      double[] each = logs.getOrDefault(trigram(letters, i), unseen);
      for (int language = 0; language < sums.length; language++) {
        sums[language] += each[language];
      }
    }
    int best = 0;
    for (int language = 1; language < sums.length; language++) {
      best = sums[language] > sums[best] ? language : best;
    }
    return letters.length() < 3 ? "" : languages.get(best);
  }

  /// Words with a space before and behind each; what has no letter is left out.
  private static String letters(String text, int most) {
    StringBuilder letters = new StringBuilder(" ");
    for (int i = 0; i < text.length() && letters.length() < most; i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (Character.isLetter(c)) {
        letters.append(c);
      } else if (letters.charAt(letters.length() - 1) != ' ') {
        letters.append(' ');
      }
    }
    return letters.toString();
  }

  private static long trigram(String text, int at) {
    // Mixed, for the hash code of a long has little of these bits.
    return Shingles.mix(
        (long) text.charAt(at) << 32 | text.charAt(at + 1) << 16 | text.charAt(at + 2));
  }
}
