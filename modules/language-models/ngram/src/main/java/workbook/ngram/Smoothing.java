package workbook.ngram;

/// What a context's n-grams keep of their share, and what is left for shorter contexts to give:
///
/// ```text
/// P(symbol | context) = kept + left · P(symbol | context without its oldest symbol)
/// ```
///
/// Over all symbols, what is kept adds up to 1 - left.
interface Smoothing {

  /// What a k-gram that was counted `count` times keeps; 0 if it was not counted.
  double kept(Counts counts, int k, int context, int count);

  /// What is left to shorter contexts.
  double left(Counts counts, int k, int context);
}
