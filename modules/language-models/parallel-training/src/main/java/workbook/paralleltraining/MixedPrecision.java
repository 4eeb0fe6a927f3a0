package workbook.paralleltraining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.ScalarKernels;
import workbook.lab.Example;
import workbook.text.Batches;

/// The same training with weights, activations and gradients of 16 bits. Its loss is divided by a
/// large number, as it is where a step has very many tokens: so gradients are small, and in fp16
/// they become 0.
@Command(
    name = "parallel-training/mixed-precision",
    description = "Gradients that vanish in 16 bits, and the loss scale that keeps them.")
public final class MixedPrecision implements Example {

  private static final int STEPS = 20;

  /// Of how many parts a loss is the mean, of which one is computed here.
  private static final float PARTS = 1 << 20;

  static void main(String[] args) {
    Example.main(new MixedPrecision(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.printf(
        "every gradient is divided by %,d, as if so many were to be added up%n%n", (int) PARTS);
    out.printf("                       smallest    gradients           loss%n");
    out.printf("weights and gradients  number      that are 0    in step %d%n", STEPS);
    line(out, "fp32", 0x1p-149, new Mixed(Optional.empty(), 1));
    line(out, "bf16", Narrow.BF16.smallest(), new Mixed(Optional.of(Narrow.BF16), 1));
    line(out, "fp16", Narrow.FP16.smallest(), new Mixed(Optional.of(Narrow.FP16), 1));
    line(
        out,
        "fp16, loss · 2^20",
        Narrow.FP16.smallest(),
        new Mixed(Optional.of(Narrow.FP16), 0x1p20f));
    line(
        out,
        "fp16, loss · 2^40",
        Narrow.FP16.smallest(),
        new Mixed(Optional.of(Narrow.FP16), 0x1p40f));
    return 0;
  }

  private static void line(PrintStream out, String name, double smallest, Mixed training) {
    double loss = 0;
    for (int step = 0; step < STEPS; step++) {
      loss = training.step(step);
    }
    out.printf(
        Locale.ROOT,
        "%-22s %.1e %12s %14.4f%s%n",
        name,
        smallest,
        training.skipped() == STEPS ? "-" : "%.1f%%".formatted(100 * training.zeros()),
        loss,
        training.skipped() > 0 ? "  steps left out: " + training.skipped() : "");
  }

  /// Weights of 32 bits, the master copy, of which each pass gets a copy of 16 bits (Micikevicius
  /// and others, 2018). Between the units, and where the gradients of weights leave them, numbers
  /// are rounded to 16 bits; within a unit they are floats.
  static final class Mixed {

    private final Optional<Narrow> format;
    private final float scale;
    private final List<Unit> units = Unit.of(Setup.CONFIG);
    private final List<float[]> master = new ArrayList<>();
    private final List<Adam> adams = new ArrayList<>();
    private final Tape tape = new Tape(new ScalarKernels());
    private int skipped;
    private long zeros;
    private long all;

    Mixed(Optional<Narrow> format, float scale) {
      this.format = format;
      this.scale = scale;
      Map<String, float[]> weights = Setup.weights();
      for (Unit unit : units) {
        master.add(unit.flat(weights));
        adams.add(new Adam(new float[unit.size()], new float[unit.size()]));
      }
    }

    int skipped() {
      return skipped;
    }

    /// What part of the gradients that were not 0 in 32 bits became 0.
    double zeros() {
      return (double) zeros / all;
    }

    /// @return the loss before the step
    double step(int step) {
      Batches.Batch batch = Setup.microBatches(step, Setup.MICRO_BATCHES)[0];
      List<Tensor> inputs = new ArrayList<>();
      inputs.add(null);
      for (int u = 0; u < units.size() - 1; u++) {
        Map<String, Tensor> parameters = parameters(u);
        Tensor x = inputs.get(u);
        Unit unit = units.get(u);
        tape.reset();
        inputs.add(
            rounded(tape.withoutGradients(() -> unit.part().apply(tape, parameters, x, batch))));
      }
      double loss = 0;
      List<float[]> gradients = new ArrayList<>();
      for (int u = units.size() - 1; u >= 0; u--) {
        Map<String, Tensor> parameters = parameters(u);
        tape.reset();
        Tensor y = units.get(u).part().apply(tape, parameters, inputs.get(u), batch);
        if (u == units.size() - 1) {
          loss = y.value();
          tape.backward(tape.scale(y, scale / PARTS));
        } else {
          float[] dy = rounded(inputs.get(u + 1).gradient());
          tape.backward(tape.sum(tape.mul(y, Tensor.constant(dy, y.shape()))));
        }
        gradients.addFirst(rounded(units.get(u).takeGradient(parameters)));
      }
      update(step, gradients);
      return loss;
    }

    private Map<String, Tensor> parameters(int u) {
      return units.get(u).tensors(round(master.get(u).clone()));
    }

    private Tensor rounded(Tensor y) {
      Tensor copy = Tensor.parameter(y.shape());
      System.arraycopy(round(y.data().clone()), 0, copy.data(), 0, y.size());
      return copy;
    }

    private float[] round(float[] x) {
      format.ifPresent(narrow -> {
        for (int i = 0; i < x.length; i++) {
          x[i] = narrow.round(x[i]);
        }
      });
      return x;
    }

    /// The same, and counts what became 0.
    private float[] rounded(float[] gradient) {
      float[] x = round(gradient.clone());
      for (int i = 0; i < x.length; i++) {
        all += gradient[i] == 0 ? 0 : 1;
        zeros += gradient[i] != 0 && x[i] == 0 ? 1 : 0;
      }
      return x;
    }

    private void update(int step, List<float[]> gradients) {
      for (float[] gradient : gradients) {
        for (float g : gradient) {
          if (!Float.isFinite(g)) {
            skipped++;
            return;
          }
        }
      }
      for (int u = 0; u < units.size(); u++) {
        float[] g = gradients.get(u).clone();
        for (int i = 0; i < g.length; i++) {
          g[i] = g[i] / scale * PARTS;
        }
        adams.get(u).move(master.get(u), 0, g, 0, step + 1);
      }
    }
  }
}
