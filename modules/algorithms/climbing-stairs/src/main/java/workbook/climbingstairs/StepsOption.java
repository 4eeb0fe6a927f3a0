package workbook.climbingstairs;

import picocli.CommandLine.Option;

/// The option that says how many steps a move may take.
final class StepsOption {

  @Option(
      names = "--steps",
      paramLabel = "SIZES",
      converter = StepSizes.class,
      description = "The sizes of the moves, such as 1,3,5 or 1..6; 1,2 if not given.")
  private Steps steps = Steps.ONE_OR_TWO;

  Steps steps() {
    return steps;
  }
}
