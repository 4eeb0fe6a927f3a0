package workbook.statespace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A small network of Mamba's blocks (Gu and Dao, 2023, figure 3): a projection to twice the width,
/// a short causal convolution, the scan, a gate, and a projection back, added to what came in.
final class Mamba {

  static final int LAYERS = 2;
  private static final int TAPS = 4;

  private final Arm arm;
  private final int width;
  private final int inner;
  private final int states;
  private final Map<String, Tensor> parameters = new LinkedHashMap<>();

  /// How large it is.
  ///
  /// @param width of what a place carries from block to block
  /// @param inner how many channels a mixer has
  /// @param states how many states a channel has
  record Size(int width, int inner, int states) {}

  /// @param time how long a sequence is, for the filter of a convolution
  Mamba(Arm arm, Size size, int time, long seed) {
    this.arm = arm;
    this.width = size.width();
    this.inner = size.inner();
    this.states = size.states();
    SplittableRandom random = new SplittableRandom(seed);
    Init.normal(add("embedding", CopyTask.VOCABULARY, width), 1, random);
    for (int layer = 0; layer < LAYERS; layer++) {
      String in = layer + ".";
      Init.constant(add(in + "norm.gain", width), 1);
      add(in + "norm.bias", width);
      linear(in + "in", inner, width, random);
      if (arm.gate()) {
        linear(in + "gate", inner, width, random);
      }
      Init.uniform(add(in + "filter", TAPS, inner), 0.5, random);
      add(in + "filter.bias", inner);
      if (arm.convolution()) {
        Init.normal(add(in + "long", time, inner), StrictMath.sqrt(1.0 / time), random);
        add(in + "long.bias", inner);
      } else {
        recurrence(in, random);
      }
      linear(in + "out", width, inner, random);
    }
    Init.constant(add("norm.gain", width), 1);
    add("norm.bias", width);
    linear("head", CopyTask.KINDS + 1, width, random);
  }

  /// As Mamba begins: A[n] = -n.
  private void recurrence(String in, SplittableRandom random) {
    Tensor a = add(in + "logA", states, inner);
    for (int i = 0; i < a.size(); i++) {
      a.data()[i] = (float) StrictMath.log(1 + i / inner);
    }
    Init.constant(add(in + "d", inner), 1);
    if (arm.delta()) {
      linear(in + "delta", inner, inner, random);
    }
    steps(add(in + "delta.bias", inner), random);
    if (arm.b()) {
      linear(in + "b", states, inner, random);
    } else {
      Init.constant(add(in + "b", states, inner), 1);
    }
    if (arm.c()) {
      linear(in + "c", states, inner, random);
    } else {
      Init.normal(add(in + "c", states, inner), StrictMath.sqrt(1.0 / states), random);
    }
  }

  /// What softplus makes a step of .001 to .1, all magnitudes alike, as Mamba begins with.
  private static void steps(Tensor bias, SplittableRandom random) {
    for (int i = 0; i < bias.size(); i++) {
      double step =
          StrictMath.exp(StrictMath.log(.001) + random.nextDouble() * StrictMath.log(100));
      bias.data()[i] = (float) StrictMath.log(StrictMath.expm1(step));
    }
  }

  private Tensor add(String name, int... shape) {
    Tensor parameter = Tensor.parameter(shape);
    parameters.put(name, parameter);
    return parameter;
  }

  /// As PyTorch's Linear begins.
  private void linear(String name, int outputs, int inputs, SplittableRandom random) {
    Init.uniform(add(name, outputs, inputs), StrictMath.sqrt(1.0 / inputs), random);
  }

  Map<String, Tensor> parameters() {
    return parameters;
  }

  /// @return `[rows · answers, kinds]`: scores at the last places of every sequence
  Tensor scores(Tape t, int[] inputs, int rows, int answers) {
    int time = inputs.length / rows;
    Tensor x = t.embedding(get("embedding"), inputs, rows, time);
    for (int layer = 0; layer < LAYERS; layer++) {
      String in = layer + ".";
      x = t.add(x, block(t, in, norm(t, in + "norm", x)));
    }
    Tensor last = t.slice(x, 1, time - answers, time);
    Tensor flat = t.reshape(last, rows * answers, width);
    return project(t, "head", norm(t, "norm", flat));
  }

  Tensor block(Tape t, String in, Tensor x) {
    Tensor u =
        silu(
            t,
            CausalConvolution.apply(
                t, project(t, in + "in", x), get(in + "filter"), get(in + "filter.bias")));
    Tensor y =
        arm.convolution()
            ? CausalConvolution.apply(t, u, get(in + "long"), get(in + "long.bias"))
            : scan(t, in, u);
    if (arm.gate()) {
      y = t.mul(y, silu(t, project(t, in + "gate", x)));
    }
    return project(t, in + "out", y);
  }

  private Tensor scan(Tape t, String in, Tensor u) {
    Tensor bias = get(in + "delta.bias");
    Tensor delta = arm.delta() ? t.add(project(t, in + "delta", u), bias) : bias;
    Tensor y =
        SelectiveScan.scan(
            t,
            u,
            Softplus.apply(t, delta),
            t.scale(t.exp(get(in + "logA")), -1),
            arm.b() ? project(t, in + "b", u) : get(in + "b"),
            arm.c() ? project(t, in + "c", u) : get(in + "c"));
    return t.add(y, t.mul(u, get(in + "d")));
  }

  private Tensor get(String name) {
    return parameters.get(name);
  }

  private Tensor norm(Tape t, String name, Tensor x) {
    return t.layerNorm(x, get(name + ".gain"), get(name + ".bias"));
  }

  private Tensor project(Tape t, String name, Tensor x) {
    return t.matmulTransposed(x, get(name));
  }

  private static Tensor silu(Tape t, Tensor x) {
    return t.mul(x, t.sigmoid(x));
  }
}
