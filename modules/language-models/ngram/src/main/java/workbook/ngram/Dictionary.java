package workbook.ngram;

import java.util.Arrays;
import java.util.stream.IntStream;

/// N-grams in the order of a dictionary: by their oldest symbol, those that have it alike by the
/// next, and so on.
///
/// Nothing is compared. A sort by counting keeps what has the same key in the order that it had, so
/// things are sorted by two keys with the lesser one first. A context has two: its oldest symbol,
/// and the rank of the shorter context after it. And an n-gram is a context and a symbol.
final class Dictionary {

  private Dictionary() {}

  /// The numbers of all k-grams, in order.
  static int[] of(Ngrams ngrams, int k) {
    int[] ranks = ranks(ngrams, k - 1);
    int[] symbols = new int[ngrams.grams(k)];
    int[] contexts = new int[ngrams.grams(k)];
    for (int gram = 0; gram < symbols.length; gram++) {
      symbols[gram] = ngrams.symbolOf(k, gram);
      contexts[gram] = ranks[ngrams.contextOf(k, gram)];
    }
    return sorted(sorted(inOrder(symbols.length), symbols), contexts);
  }

  /// By the number of a context, how many of its length come before it.
  private static int[] ranks(Ngrams ngrams, int length) {
    if (length == 0) {
      return new int[1];
    }
    int[] ranks = ranks(ngrams, length - 1);
    int[] shorter = new int[ngrams.contexts(length)];
    int[] oldest = new int[ngrams.contexts(length)];
    for (int context = 0; context < shorter.length; context++) {
      shorter[context] = ranks[ngrams.shorter(length, context)];
      oldest[context] = ngrams.oldest(length, context);
    }
    int[] contexts = sorted(sorted(inOrder(shorter.length), shorter), oldest);
    int[] ranksOf = new int[contexts.length];
    for (int rank = 0; rank < contexts.length; rank++) {
      ranksOf[contexts[rank]] = rank;
    }
    return ranksOf;
  }

  private static int[] inOrder(int size) {
    return IntStream.range(0, size).toArray();
  }

  /// Sorts numbers by their keys. Those with the same key stay in their order.
  private static int[] sorted(int[] numbers, int[] keys) {
    int[] places =
        new int[Arrays.stream(keys).max().orElse(0) + 2]; // By key, where the next with it goes.
    for (int key : keys) {
      places[key + 1]++;
    }
    for (int key = 1; key < places.length; key++) {
      places[key] += places[key - 1];
    }
    int[] sorted = new int[numbers.length];
    for (int number : numbers) {
      sorted[places[keys[number]]++] = number;
    }
    return sorted;
  }
}
