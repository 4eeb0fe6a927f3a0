package workbook.autograd;

import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// A small network learns to tell the three arms of a spiral apart; then it colours the plane.
///
/// `./workbook run autograd [WIDTH] [STEPS]`
@Command(
    name = "autograd",
    description = "A small network learns to tell the three arms of a spiral apart.")
public final class Autograd implements Example {

  @Parameters(
      index = "0",
      paramLabel = "WIDTH",
      arity = "0..1",
      description = "How many ReLUs the hidden layer has, up to 1024; 0 for none. Without it, 64.")
  private int width = 64;

  @Parameters(
      index = "1",
      paramLabel = "STEPS",
      arity = "0..1",
      description = "How many steps of training, from 1 to 100000. Without it, 400.")
  private int steps = 400;

  static void main(String[] args) {
    Example.main(new Autograd(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("WIDTH", width, 0, 1024);
    Example.between("STEPS", steps, 1, 100_000);
    new SpiralTraining(out, width).train(steps);
    return 0;
  }
}
