package workbook.statespace;

/// If the next step begins a text, what was before does not count. If not, it goes on with what
/// this one made, and a text begins within both if it does within this one.
record Segment(double factor, double added, boolean begins) {

  double apply(double h) {
    return begins ? added : factor * h + added;
  }

  Segment then(Segment next) {
    if (next.begins) {
      return next;
    }
    return new Segment(next.factor * factor, next.factor * added + next.added, begins);
  }
}
