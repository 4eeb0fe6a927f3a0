package workbook.autograd;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// One neuron with two inputs, and the gradient of its output by each number in it, as the tape
/// finds it and as differences show it.
///
/// `./workbook run autograd/neuron`
@Command(
    name = "autograd/neuron",
    description =
        "One neuron, and the gradient of its output by each number in it, found in two ways.")
final class Neuron implements Example {

  private static final float H = 1f / 128;

  private final Tape tape = new Tape(FloatKernels.best());
  private final Map<String, Tensor> leaves = new LinkedHashMap<>();
  private final Map<String, Tensor> steps = new LinkedHashMap<>();

  /// The numbers are those of Andrej Karpathy's lecture on micrograd, whose results are known: the
  /// bias makes the output √½ and the slope of the tanh there a half.
  Neuron() {
    leaf("x1", 2);
    leaf("w1", -3);
    leaf("x2", 0);
    leaf("w2", 1);
    leaf("b", 6.8813735870195432f);
  }

  private void leaf(String name, float value) {
    leaves.put(name, Init.constant(Tensor.parameter(), value));
  }

  static void main(String[] args) {
    Example.main(new Neuron(), args);
  }

  Tensor forward() {
    tape.reset();
    Tensor first = tape.mul(leaves.get("x1"), leaves.get("w1"));
    Tensor second = tape.mul(leaves.get("x2"), leaves.get("w2"));
    Tensor sum = tape.add(first, second);
    Tensor shifted = tape.add(sum, leaves.get("b"));
    Tensor output = tape.tanh(shifted);
    steps.put("x1 w1", first);
    steps.put("x2 w2", second);
    steps.put("sum", sum);
    steps.put("sum + b", shifted);
    steps.put("output", output);
    return output;
  }

  void backward() {
    tape.backward(forward());
  }

  Map<String, Tensor> leaves() {
    return leaves;
  }

  /// What the operations gave, by what they computed, in their order.
  Map<String, Tensor> steps() {
    return steps;
  }

  @Override
  public int run(PrintStream out) {
    Map<String, Float> differences = new LinkedHashMap<>();
    leaves.forEach((name, leaf) -> differences.put(name, difference(leaf)));
    backward();
    out.println("output = tanh(x1 w1 + x2 w2 + b)");
    out.println();
    out.println("              operation    value  gradient  by differences");
    leaves.forEach((name, leaf) ->
        out.printf(
            Locale.ROOT,
            "%-13s %-9s %8.4f  %8.4f  %14.4f%n",
            name,
            "",
            leaf.value(),
            leaf.gradient()[0],
            differences.get(name)));
    steps.forEach((name, step) ->
        out.printf(
            Locale.ROOT,
            "%-13s %-9s %8.4f  %8.4f%n",
            name,
            step.operation(),
            step.value(),
            step.gradient()[0]));
    return 0;
  }

  /// How much the output changes when the leaf does, a little up and a little down.
  private float difference(Tensor leaf) {
    float value = leaf.value();
    leaf.data()[0] = value + H;
    float above = forward().value();
    leaf.data()[0] = value - H;
    float below = forward().value();
    leaf.data()[0] = value;
    return (above - below) / (2 * H);
  }
}
