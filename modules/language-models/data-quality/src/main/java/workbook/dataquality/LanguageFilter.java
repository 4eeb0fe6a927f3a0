package workbook.dataquality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tells languages by runs of one to three letters, as naive Bayes does: which language makes those
/// of the text most probable.
final class LanguageFilter {

  private static final int LONGEST = 3;
  private static final int LONG_ENOUGH = 200;

  /// How often a run is taken to stand in the largest sample if it does not. As often for all
  /// languages: what none of them has seen must not speak for the one with the smallest sample.
  private static final double UNSEEN = 0.1;

  private final List<String> languages;

  /// By run, the logarithm of its probability in each language.
  private final Map<Long, double[]> logs = new HashMap<>();

  private final double unseen;

  /// @param samples a text of each language
  LanguageFilter(SortedMap<String, String> samples) {
    languages = new ArrayList<>(samples.keySet());
    List<String> texts =
        samples.values().stream().map(text -> letters(text, Integer.MAX_VALUE)).toList();
    unseen = StrictMath.log(UNSEEN / texts.stream().mapToInt(String::length).max().orElseThrow());
    for (int language = 0; language < texts.size(); language++) {
      count(texts.get(language), language);
    }
  }

  private void count(String text, int language) {
    for (int length = 1; length <= LONGEST; length++) {
      Map<Long, Integer> counts = new HashMap<>();
      for (int from = 0; from + length <= text.length(); from++) {
        counts.merge(run(text, from, length), 1, Integer::sum);
      }
      counts.remove(run(" ", 0, 1));
      double all = text.length() - length + 1;
      counts.forEach((run, count) ->
          logs.computeIfAbsent(run, _ -> neverSeen())[language] = StrictMath.log(count / all));
    }
  }

  private double[] neverSeen() {
    double[] each = new double[languages.size()];
    Arrays.fill(each, unseen);
    return each;
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

  /// The language of a text, by the letters at its beginning; empty if they say nothing.
  String language(String text) {
    String letters = letters(text, LONG_ENOUGH);
    double[] sums = new double[languages.size()];
    for (int length = 1; length <= LONGEST; length++) {
      for (int from = 0; from + length <= letters.length(); from++) {
        double[] each = logs.get(run(letters, from, length));
        // What no language has seen makes no difference between them.
        for (int language = 0; each != null && language < sums.length; language++) {
          sums[language] += each[language] - unseen;
        }
      }
    }
    int best = 0;
    for (int language = 1; language < sums.length; language++) {
      best = sums[language] > sums[best] ? language : best;
    }
    return letters.isBlank() || sums[best] == 0 ? "" : languages.get(best);
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

  /// Characters beside each other in a number, and mixed, for the hash code of a long has little of
  /// these bits. Letters are never 0.
  private static long run(String text, int from, int length) {
    long run = 0;
    for (int i = from; i < from + length; i++) {
      run = run << 16 | text.charAt(i);
    }
    return Shingles.mix(run);
  }
}
