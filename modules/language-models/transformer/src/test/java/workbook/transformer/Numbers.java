package workbook.transformer;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import workbook.autograd.Golden;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.topictest.Near;

/// Inputs that anyone can make again, and what PyTorch computed.
final class Numbers {

  static final Golden GOLDEN = Golden.beside(Numbers.class);

  private Numbers() {}

  static Tape tape() {
    return new Tape(FloatKernels.best());
  }

  /// Element i is f(i), from i = 1.
  static Tensor filled(DoubleUnaryOperator f, int... shape) {
    Tensor x = Tensor.parameter(shape);
    for (int i = 0; i < x.size(); i++) {
      x.data()[i] = (float) f.applyAsDouble(i + 1);
    }
    return x;
  }

  static Tensor sines(int... shape) {
    return filled(Math::sin, shape);
  }

  static Tensor cosines(int... shape) {
    return filled(Math::cos, shape);
  }

  /// 0.1, 0.2, 0.3 …
  static Tensor tenths(int... shape) {
    return filled(i -> i / 10, shape);
  }

  /// A model with normal weights, as large as in GPT-2.
  static Model random(Config config) {
    Model model = new Model(config);
    SplittableRandom random = new SplittableRandom(1);
    model.parameters().values().stream()
        .filter(tensor -> tensor.axes() == 2)
        .forEach(tensor -> Init.normal(tensor, 0.02, random));
    return model;
  }

  /// Compares an output with PyTorch's, then the gradients of the inputs with its own.
  static void assertGolden(Tape t, String name, Tensor y, double tolerance, Named... inputs) {
    Near.assertClose(name + ": output", GOLDEN.floats(name + "/y"), y.data(), tolerance);
    t.backward(t.sum(t.mul(y, GOLDEN.tensor(name + "/dy"))));
    for (Named input : inputs) {
      Near.assertClose(
          "%s: gradient of %s".formatted(name, input.name()),
          GOLDEN.floats("%s/d%s".formatted(name, input.name())),
          input.tensor().gradient(),
          tolerance);
    }
  }

  /// An input of a golden case.
  record Named(String name, Tensor tensor) {

    static Named of(String of, String name) {
      return new Named(name, GOLDEN.parameter(of + "/" + name));
    }
  }
}
