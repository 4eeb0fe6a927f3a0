package workbook.statespace;

import workbook.exercise.Todo;

/// A step of h = factor · h + added for a scan over several texts that were put one behind the
/// other, as they are in training. Where a text begins, nothing of the text before may be left.
///
/// @param begins whether a text begins with it, or within it if it is several steps
record Segment(double factor, double added, boolean begins) {

  /// What it makes of the state before.
  double apply(double h) {
    return begins ? added : factor * h + added;
  }

  /// This step and then the next one, as one step; a scan may put steps together in any grouping.
  Segment then(Segment next) {
    return Todo.todo("state-space/2");
  }
}
