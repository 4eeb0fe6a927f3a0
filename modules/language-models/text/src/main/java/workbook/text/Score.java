package workbook.text;

import java.util.BitSet;

/// How well a model foretells a text.
///
/// @param nats the sum of the negative natural logarithms of the probabilities; infinite if one of
///   these was 0
/// @param characters how many characters that is for. A model of tokens is scored by the characters
///   of its text too, so that models with different tokens can be compared.
public record Score(double nats, long characters) {

  /// A model in `float` may give a certain symbol a little more than 1.
  private static final double ROUNDING = 1e-5;

  /// The score of a model on the validation text of a corpus. Every place of it counts, the first
  /// too: its context is the end of the training text. So the places are the same for all models,
  /// however far back they look.
  public static Score of(LanguageModel model, Corpus corpus) {
    return of(model, corpus.symbols(), corpus.split(), corpus.length());
  }

  /// The score of a model at some places of the validation text of a corpus, for instance those of
  /// [UnseenPlaces].
  ///
  /// @param places as [Corpus#symbols] numbers them, from [Corpus#split] on
  /// @throws IllegalArgumentException if there is none, or one of them is not in the validation
  ///   text
  /// @throws IllegalStateException if the model gave something that is no probability
  public static Score of(LanguageModel model, Corpus corpus, BitSet places) {
    int from = places.nextSetBit(0);
    if (from < corpus.split() || places.length() > corpus.length()) {
      throw new IllegalArgumentException(
          "places must be from %d to %d, and were %s"
              .formatted(
                  corpus.split(),
                  corpus.length() - 1,
                  from < 0 ? "none" : "from %d to %d".formatted(from, places.length() - 1)));
    }
    double[] logs = checked(model, corpus.symbols(), corpus.split(), corpus.length());
    double sum = 0;
    for (int place = from; place >= 0; place = places.nextSetBit(place + 1)) {
      sum -= logs[place - corpus.split()];
    }
    return new Score(sum, places.cardinality());
  }

  /// The score of a model on the symbols `text[from]` to `text[to-1]`, given all before each.
  ///
  /// @throws IllegalArgumentException if there is none
  /// @throws IllegalStateException if the model gave something that is no probability
  public static Score of(LanguageModel model, int[] text, int from, int to) {
    if (from >= to) {
      throw new IllegalArgumentException("nothing to score from %d to %d".formatted(from, to));
    }
    double sum = 0;
    for (double log : checked(model, text, from, to)) {
      sum -= log;
    }
    return new Score(sum, to - from);
  }

  private static double[] checked(LanguageModel model, int[] text, int from, int to) {
    double[] logs = model.logProbabilities(text, from, to);
    for (int i = 0; i < to - from; i++) {
      if (!(logs[i] <= ROUNDING)) {
        throw new IllegalStateException(
            "the model gave the logarithm %s at %d, which is of no probability"
                .formatted(logs[i], from + i));
      }
    }
    return logs;
  }

  /// Nats per character: the mean surprise, by the natural logarithm.
  public double natsPerCharacter() {
    return nats / characters;
  }

  /// Bits per character: the same by the logarithm to base 2. It is what the text would take if an
  /// arithmetic coder used the model.
  public double bitsPerCharacter() {
    return natsPerCharacter() / Math.log(2);
  }

  /// Between how many equally likely characters the model hesitates.
  public double perplexity() {
    return Math.exp(natsPerCharacter());
  }
}
