package workbook.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Learns byte pairs: join the two neighbours that stand together most often, and again.
///
/// A text's different words are few, and a joined pair stands in few of them: only there are pairs
/// counted anew.
public final class BytePairTraining {

  private record Pair(int left, int right) {}

  /// A word, cut into tokens, and how often it is in the text.
  private record Word(int[] tokens, long count) {

    boolean holds(Pair pair) {
      for (int i = 1; i < tokens.length; i++) {
        if (tokens[i - 1] == pair.left && tokens[i] == pair.right) {
          return true;
        }
      }
      return false;
    }
  }

  private final List<byte[]> tokens = new ArrayList<>();
  private final List<Word> words;
  private final Map<Pair, Long> counts = new HashMap<>();

  private BytePairTraining(String text, Pattern pattern) {
    for (int b = 0; b < 256; b++) {
      tokens.add(new byte[] {(byte) b});
    }
    this.words =
        pattern
            .matcher(text)
            .results()
            .collect(Collectors.groupingBy(r -> r.group(), TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(word -> new Word(bytes(word.getKey()), word.getValue()))
            .collect(Collectors.toCollection(ArrayList::new));
    words.forEach(this::count);
  }

  private static int[] bytes(String word) {
    byte[] bytes = WideUtf8.encode(word);
    int[] tokens = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      tokens[i] = bytes[i] & 0xFF;
    }
    return tokens;
  }

  /// A vocabulary of the 256 bytes and of at most `merges` tokens more; fewer where no pair is left
  /// that stands in the text twice. Of two pairs that are as frequent, the one with the lower
  /// number on its left is joined, then that with the lower number on its right.
  ///
  /// @param pattern what the text is cut into; no token goes over a cut
  public static BytePairs train(String text, int merges, Pattern pattern) {
    BytePairTraining training = new BytePairTraining(text, pattern);
    while (training.tokens.size() < 256 + merges) {
      Optional<Pair> pair = training.mostFrequent();
      if (pair.isEmpty()) {
        break;
      }
      training.join(pair.get());
    }
    return new BytePairs(training.tokens, pattern);
  }

  private void count(Word word) {
    for (int i = 1; i < word.tokens.length; i++) {
      count(word.tokens[i - 1], word.tokens[i], word.count);
    }
  }

  private Optional<Pair> mostFrequent() {
    Comparator<Map.Entry<Pair, Long>> order =
        Map.Entry.<Pair, Long>comparingByValue()
            .thenComparing(entry -> -entry.getKey().left)
            .thenComparing(entry -> -entry.getKey().right);
    return counts.entrySet().stream()
        .max(order)
        .filter(entry -> entry.getValue() >= 2)
        .map(Map.Entry::getKey);
  }

  private void join(Pair pair) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(tokens.get(pair.left));
    both.writeBytes(tokens.get(pair.right));
    int joined = tokens.size();
    tokens.add(both.toByteArray());
    words.replaceAll(word -> word.holds(pair) ? join(word, pair, joined) : word);
  }

  /// Puts the joined token in place of each pair. Only what stands beside one is counted anew: a
  /// text without blanks may be a single word.
  private Word join(Word word, Pair pair, int joined) {
    int[] before = word.tokens;
    boolean[] gone = new boolean[before.length];
    int[] after = new int[before.length];
    int length = 0;
    for (int i = 0; i < before.length; i++) {
      if (i + 1 < before.length && before[i] == pair.left && before[i + 1] == pair.right) {
        after[length++] = joined;
        gone[i] = true;
        gone[++i] = true;
      } else {
        after[length++] = before[i];
      }
    }
    for (int i = 1; i < before.length; i++) {
      if (gone[i - 1] || gone[i]) {
        count(before[i - 1], before[i], -word.count);
      }
    }
    for (int i = 1; i < length; i++) {
      if (after[i - 1] == joined || after[i] == joined) {
        count(after[i - 1], after[i], word.count);
      }
    }
    return new Word(Arrays.copyOf(after, length), word.count);
  }

  private void count(int left, int right, long times) {
    counts.merge(new Pair(left, right), times, Long::sum);
  }
}
