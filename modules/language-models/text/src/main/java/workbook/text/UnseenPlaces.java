package workbook.text;

import java.nio.IntBuffer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// The places of a validation text whose n-gram was never seen in training. There a model cannot
/// have learned the answer by heart: it has to go by what is similar. [Score#of(LanguageModel,
/// Corpus, BitSet)] scores these places alone.
public final class UnseenPlaces {

  private UnseenPlaces() {}

  /// The places, as [Corpus#symbols] numbers them, from [Corpus#split] on. The n-gram of a place is
  /// the symbol there and the n - 1 before it, of which the first may be the last of the training
  /// text.
  ///
  /// @throws IllegalArgumentException if n is less than 1, or larger than the training text
  public static BitSet of(Corpus corpus, int n) {
    if (n < 1 || n > corpus.split()) {
      throw new IllegalArgumentException(
          "n must be from 1 to %d, and was %d".formatted(corpus.split(), n));
    }
    Set<IntBuffer> seen = new HashSet<>();
    for (int end = n; end <= corpus.split(); end++) {
      seen.add(gram(corpus, end, n));
    }
    BitSet unseen = new BitSet();
    for (int place = corpus.split(); place < corpus.length(); place++) {
      unseen.set(place, !seen.contains(gram(corpus, place + 1, n)));
    }
    return unseen;
  }

  /// A view of the symbols before `end`; two are equal if their symbols are.
  private static IntBuffer gram(Corpus corpus, int end, int n) {
    return IntBuffer.wrap(corpus.symbols(), end - n, n);
  }
}
