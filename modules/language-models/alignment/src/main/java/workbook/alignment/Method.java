package workbook.alignment;

/// A way of aligning a policy, step by step.
@FunctionalInterface
interface Method {

  /// @param done how many steps were taken before
  void step(int done);
}
