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

  /// The same n-grams up to an order and, as single symbols, all that there are, in their order.
  /// The two share their longer n-grams: no more may be added.
  Ngrams withEverySymbol(int order) {
    Ngrams all = new Ngrams(symbols, order);
    System.arraycopy(contexts, 0, all.contexts, 0, order);
    System.arraycopy(grams, 2, all.grams, 2, order - 1);
    for (int symbol = 0; symbol < symbols; symbol++) {
      all.addGram(1, 0, symbol);
    }
    return all;
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
    return number(grams[k].key(gram));
  }

  int symbolOf(int k, int gram) {
    return symbol(grams[k].key(gram));
  }

  /// A k-gram without its oldest symbol: the number of that (k - 1)-gram, or -1.
  int end(int k, int gram) {
    return gram(k - 1, shorter(k - 1, contextOf(k, gram)), symbolOf(k, gram));
  }

  /// A context without its oldest symbol.
  int shorter(int length, int context) {
    return number(contexts[length].key(context));
  }

  /// The symbol that a context begins with.
  int oldest(int length, int context) {
    return symbol(contexts[length].key(context));
  }

  /// Writes the symbols of a context to the beginning of an array, the oldest first.
  void spell(int length, int context, int[] symbols) {
    int shorter = context;
    for (int l = length; l > 0; l--) {
      symbols[length - l] = oldest(l, shorter);
      shorter = shorter(l, shorter);
    }
  }

  long bytes() {
    long bytes = 0;
    for (int k = 1; k <= order; k++) {
      bytes += contexts[k - 1].bytes() + grams[k].bytes();
    }
    return bytes;
  }

  private static long key(int number, int symbol) {
    return (long) number << Integer.SIZE | symbol;
  }

  private static int number(long key) {
    return (int) (key >> Integer.SIZE);
  }

  private static int symbol(long key) {
    return (int) key;
  }
}
