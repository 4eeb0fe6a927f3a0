package workbook.ngram;

/// Something new comes after a context as often as something new has come after it: once for each
/// different symbol. Ian Witten and Timothy Bell, [The zero-frequency
/// problem](https://doi.org/10.1109/18.87000), 1991, method C.
record WittenBell() implements Smoothing {

  @Override
  public double kept(Counts counts, int k, int context, int count) {
    return (double) count / (counts.total(k, context) + counts.types(k, context));
  }

  @Override
  public double left(Counts counts, int k, int context) {
    int types = counts.types(k, context);
    return (double) types / (counts.total(k, context) + types);
  }
}
