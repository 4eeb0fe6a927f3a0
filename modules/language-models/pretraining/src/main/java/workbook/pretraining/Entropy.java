package workbook.pretraining;

import java.util.stream.IntStream;

/// How surprising the language is: what the best of all models would score, and none can beat. By
/// the rules of [Language], for sentences that are short enough.
///
/// For every length, of a phrase or a sentence, two sums over all ways to make one of that length:
/// of p, the probability, and of p ln p. One thing behind another: the ps are multiplied, and the
/// logarithms added.
final class Entropy {

  private static final int LONGEST = Language.LONGEST - 1;

  private Entropy() {}

  /// @param p by length, the probability
  /// @param l by length, the sum of p ln p
  private record Lengths(double[] p, double... l) {

    static final Lengths NONE = new Lengths(new double[LONGEST + 1], new double[LONGEST + 1]);

    /// One word out of so many, all alike.
    static Lengths word(int of) {
      double[] p = new double[LONGEST + 1];
      double[] l = new double[LONGEST + 1];
      p[1] = 1;
      l[1] = -Math.log(of);
      return new Lengths(p, l);
    }

    Lengths then(Lengths next) {
      double[] bothP = new double[LONGEST + 1];
      double[] bothL = new double[LONGEST + 1];
      for (int i = 0; i <= LONGEST; i++) {
        for (int j = 0; i + j <= LONGEST; j++) {
          bothP[i + j] += p[i] * next.p[j];
          bothL[i + j] += l[i] * next.p[j] + p[i] * next.l[j];
        }
      }
      return new Lengths(bothP, bothL);
    }

    /// This with a probability, or the other.
    Lengths or(double share, Lengths other) {
      double mine = Math.log(share);
      double others = Math.log(1 - share);
      double[] eitherP = new double[LONGEST + 1];
      double[] eitherL = new double[LONGEST + 1];
      for (int i = 0; i <= LONGEST; i++) {
        eitherP[i] = share * p[i] + (1 - share) * other.p[i];
        eitherL[i] =
            share * (l[i] + mine * p[i]) + (1 - share) * (other.l[i] + others * other.p[i]);
      }
      return new Lengths(eitherP, eitherL);
    }
  }

  /// In nats per word, the full stop being one.
  static double perWord() {
    Lengths one = Lengths.word(1);
    Lengths noun = Lengths.word(Language.NOUNS.size());
    Lengths does = Lengths.word(Language.DOES.size());
    Lengths doesTo = Lengths.word(Language.DOES_TO.size());
    Lengths adjective = Lengths.word(Language.ADJECTIVES.size());
    Lengths named = Lengths.NONE;
    Lengths phrase = Lengths.NONE;
    // Each round is right for one word more.
    for (int round = 0; round <= LONGEST; round++) {
      named = noun.or(0.75, adjective.then(named));
      // The other phrase is one or many, with one half each.
      Lengths other = phrase.or(0.5, phrase);
      Lengths plain = one.then(named);
      phrase = plain.or(0.5, plain.then(one).then(other).then(doesTo));
    }
    Lengths predicate = does.or(0.5, doesTo.then(phrase.or(0.5, phrase)));
    Lengths subject = phrase.then(predicate).then(one);
    Lengths sentence = subject.or(0.5, subject);
    double all = IntStream.rangeClosed(0, LONGEST).mapToDouble(i -> sentence.p()[i]).sum();
    double logs = IntStream.rangeClosed(0, LONGEST).mapToDouble(i -> sentence.l()[i]).sum();
    double words = IntStream.rangeClosed(0, LONGEST).mapToDouble(i -> i * sentence.p()[i]).sum();
    // Among the sentences that are short enough, each has p / all.
    return (Math.log(all) * all - logs) / words;
  }
}
