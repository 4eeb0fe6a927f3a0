package workbook.inference;

/// A text that can go on: how likely each token is to come next, and the text with one of them.
public interface Continuation {

  /// The natural logarithm of the probability of every token to come next. Not to be changed.
  double[] logs();

  /// This text and one token more. This one stays as it is.
  Continuation after(int token);
}
