package workbook.ngram;

/// Numbers n-grams and their contexts, so that what is known of them stands in plain arrays.
///
/// A k-gram is a *context* of k - 1 symbols and the symbol after it: its key is the number of the
/// context and the symbol. A context is found from its end: its key is the number of the context
/// that is one shorter, and the symbol before that. So the contexts of a place, each one longer
/// than the last, are found with one look each, and any symbols and any order fit a `long`.
final class Ngrams {

  private final int symbols;
  private final int order;
  private final LongIndex[] contexts;
  private final LongIndex[] grams;

  /// @param symbols how many there are
  /// @param order the longest n-grams
  Ngrams(int symbols, int order) {
    this.symbols = symbols;
    this.order = order;
    this.contexts = new LongIndex[order];
    this.grams = new LongIndex[order + 1];
    for (int k = 1; k <= order; k++) {
      contexts[k - 1] = new LongIndex();
      grams[k] = new LongIndex();
    }
    contexts[0].add(0); // The empty context.
  }

  int symbols() {
    return symbols;
  }

  int order() {
    return order;
  }

  /// The number of the context of `length` symbols that is `older` and then a shorter one; -1 if it
  /// was not added.
  int context(int length, int shorter, int older) {
    return contexts[length].find(key(shorter, older));
  }

  int addContext(int length, int shorter, int older) {
    return contexts[length].add(key(shorter, older));
  }

  /// The number of the context that is these symbols, or -1.
  int context(int[] symbols) {
    int context = 0;
    for (int length = 1; length <= symbols.length && context >= 0; length++) {
      context = context(length, context, symbols[symbols.length - length]);
    }
    return context;
  }

  /// Adds a context, and all that end it.
  int addContext(int[] symbols) {
    int context = 0;
    for (int length = 1; length <= symbols.length; length++) {
      context = addContext(length, context, symbols[symbols.length - length]);
    }
    return context;
  }

  /// The number of a k-gram, or -1.
  int gram(int k, int context, int symbol) {
    return grams[k].find(key(context, symbol));
  }

  int addGram(int k, int context, int symbol) {
    return grams[k].add(key(context, symbol));
  }

  /// How many different k-grams there are.
  int grams(int k) {
    return grams[k].size();
  }

  /// How many different contexts of a length there are.
  int contexts(int length) {
    return contexts[length].size();
  }

  /// The context of a k-gram, and the symbol after it.
  int contextOf(int k, int gram) {
    return (int) (grams[k].key(gram) / symbols);
  }

  int symbolOf(int k, int gram) {
    return (int) (grams[k].key(gram) % symbols);
  }

  /// A context without its oldest symbol.
  int shorter(int length, int context) {
    return (int) (contexts[length].key(context) / symbols);
  }

  /// The symbol that a context begins with.
  int oldest(int length, int context) {
    return (int) (contexts[length].key(context) % symbols);
  }

  /// All symbols of a k-gram, the oldest first.
  int[] spelled(int k, int gram) {
    int[] spelled = new int[k];
    spelled[k - 1] = symbolOf(k, gram);
    int context = contextOf(k, gram);
    for (int length = k - 1; length > 0; length--) {
      spelled[k - 1 - length] = oldest(length, context);
      context = shorter(length, context);
    }
    return spelled;
  }

  long bytes() {
    long bytes = 0;
    for (int k = 1; k <= order; k++) {
      bytes += contexts[k - 1].bytes() + grams[k].bytes();
    }
    return bytes;
  }

  private long key(int number, int symbol) {
    return (long) number * symbols + symbol;
  }
}
