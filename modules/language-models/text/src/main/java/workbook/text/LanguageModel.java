package workbook.text;

/// What all models here have in common: the probability of the next character, given those before.
///
/// A text is an array of symbols, each a character's number in a [Characters] alphabet. A model
/// reads no symbol at or after the place that it is asked about; [Audit] finds out.
public interface LanguageModel {

  /// How many symbols there are; they are numbered from 0.
  int symbols();

  /// The probability of every symbol to come after the first `length` symbols of a text. They add
  /// up to 1.
  ///
  /// @param length how much of the text is known, from 0 to all of it
  double[] next(int[] text, int length);

  /// The natural logarithm of the probability of each of the symbols `text[from]` to `text[to-1]`,
  /// given all symbols before it. This is what is scored. A model that does many places faster
  /// together does them here.
  ///
  /// @return an array of length `to - from`; negative infinity where the model gives a symbol no
  ///   chance
  default double[] logProbabilities(int[] text, int from, int to) {
    double[] logs = new double[to - from];
    for (int i = from; i < to; i++) {
      logs[i - from] = Math.log(next(text, i)[text[i]]);
    }
    return logs;
  }
}
