package workbook.dataquality;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// The quality rules of Gopher (Rae and others 2021, appendix A.1.1). A word is what stands between
/// white space.
final class Gopher {

  private static final Set<String> STOP_WORDS =
      Set.of("the", "be", "to", "of", "and", "that", "have", "with");

  private Gopher() {}

  /// The first rule that a text breaks, or nothing.
  static Optional<String> broken(String text) {
    String[] words = Shingles.words(text);
    String[] lines = text.strip().split("\n");
    int n = words.length;
    if (n < 50 || n > 100_000) {
      return Optional.of("50 to 100,000 words");
    }
    double length = Arrays.stream(words).mapToInt(String::length).sum() / (double) n;
    if (length < 3 || length > 10) {
      return Optional.of("mean length of 3 to 10");
    }
    if (count(text, "#") > .1 * n || count(text, "...") + count(text, "…") > .1 * n) {
      return Optional.of("at most .1 # or ... a word");
    }
    long bullets = Arrays.stream(lines).map(String::strip).filter(Gopher::isBullet).count();
    if (bullets > .9 * lines.length) {
      return Optional.of("at most 90 % bullet lines");
    }
    if (Arrays.stream(lines).filter(Gopher::trailsOff).count() > .3 * lines.length) {
      return Optional.of("at most 30 % lines end in ...");
    }
    if (Arrays.stream(words).filter(Gopher::hasLetter).count() < .8 * n) {
      return Optional.of("80 % of words with a letter");
    }
    if (Arrays.stream(words).filter(STOP_WORDS::contains).distinct().count() < 2) {
      return Optional.of("two of eight stop words");
    }
    return Optional.empty();
  }

  private static int count(String text, String what) {
    int count = 0;
    for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length())) {
      count++;
    }
    return count;
  }

  private static boolean isBullet(String line) {
    return line.startsWith("-") || line.startsWith("•") || line.startsWith("*");
  }

  private static boolean trailsOff(String line) {
    String end = line.strip();
    return end.endsWith("...") || end.endsWith("…");
  }

  private static boolean hasLetter(String word) {
    return word.codePoints().anyMatch(Character::isLetter);
  }
}
