package workbook.text;

import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// A word while its parts are joined. They are a linked list, and the pairs of neighbours that make
/// a token wait in a heap. A join makes two new pairs at most, so a word of n bytes takes n log n
/// steps. To look through all parts for the next pair, and to move the rest up, would take n².
final class WordParts {

  /// Neighbours that make a token.
  ///
  /// @param token its number
  /// @param at where the left one begins
  private record Pair(int token, int at) implements Comparable<Pair> {

    /// The lowest number first; of two places with the same number the left one.
    @Override
    public int compareTo(Pair other) {
      return token == other.token
          ? Integer.compare(at, other.at)
          : Integer.compare(token, other.token);
    }
  }

  private static final int NONE = -1;

  private final String bytes;
  private final Map<String, Integer> numbers;
  private final int longest;
  private final PriorityQueue<Pair> pairs = new PriorityQueue<>();

  // All by the place where a part begins.
  private final int[] next; // Where it ends, and the next one begins.
  private final int[] before; // Where the one before it begins.
  private final int[] made; // The token that it makes with the next one.

  /// @param bytes the word, one character a byte; each of these is a part at first
  /// @param numbers of the tokens, by their bytes
  /// @param longest how many bytes the longest token has
  WordParts(String bytes, Map<String, Integer> numbers, int longest) {
    this.bytes = bytes;
    this.numbers = numbers;
    this.longest = longest;
    this.next = IntStream.rangeClosed(1, bytes.length()).toArray();
    this.before = IntStream.range(-1, bytes.length() - 1).toArray();
    this.made = new int[bytes.length()];
    for (int at = 0; at < bytes.length(); at++) {
      look(at);
    }
  }

  /// Joins until no pair of neighbours makes a token.
  void join() {
    for (Pair pair = pairs.poll(); pair != null; pair = pairs.poll()) {
      // A neighbour may have been joined elsewhere since the pair was found.
      if (made[pair.at] == pair.token) {
        join(pair.at);
      }
    }
  }

  private void join(int at) {
    int right = next[at];
    int after = next[right];
    made[right] = NONE;
    next[at] = after;
    if (after < bytes.length()) {
      before[after] = at;
    }
    look(at);
    if (at > 0) {
      look(before[at]);
    }
  }

  /// Finds out what a part makes with the next one.
  private void look(int at) {
    int middle = next[at];
    int end = middle < bytes.length() ? next[middle] : Integer.MAX_VALUE;
    made[at] = end <= at + longest ? numbers.getOrDefault(bytes.substring(at, end), NONE) : NONE;
    if (made[at] != NONE) {
      pairs.add(new Pair(made[at], at));
    }
  }

  /// The numbers of the parts that are left.
  int[] tokens() {
    return IntStream.iterate(0, at -> at < bytes.length(), at -> next[at])
        .map(at -> numbers.get(bytes.substring(at, next[at])))
        .toArray();
  }
}
