package workbook.alignment;

/// A way of aligning a policy, step by step.
@FunctionalInterface
interface Method {

  /// @param done how many steps were taken before
  /// @return the loss before the step
  double step(int done);
}
