package workbook.transformer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.autograd.Safetensors;
import workbook.autograd.Tape;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.kernels.ThreadsOption;
import workbook.lab.Example;
import workbook.lab.Processor;
import workbook.lab.Python;
import workbook.lab.PythonOption;
import workbook.lab.Turns;
import workbook.text.Batches;
import workbook.text.Corpus;
import workbook.text.CorpusOption;

/// Milliseconds for a step of training, here and with PyTorch: nanoGPT's configuration for a CPU,
/// on as many threads each.
///
/// Both begin with the same weights and read the same batches; the losses say whether they do the
/// same. They take turns, so that they find the machine in the same state.
///
/// `./workbook run transformer/comparison [--threads N] [PYTHON]`, with a Python that has torch
@Command(
    name = "transformer/comparison",
    description = "Time a step of training here, beside PyTorch.")
public final class Comparison implements Example {

  private static final int BATCHES = 10;
  private static final double RATE = 1e-3;

  /// The JIT compiler needs some hundred steps.
  private static final int WARM_UP = 300;

  private static final int STEPS = 40;
  private static final int TURNS = 9;

  @Mixin private PythonOption python;
  @Mixin private ThreadsOption threads;
  @Mixin private CorpusOption text;

  static void main(String[] args) {
    Example.main(new Comparison(), args);
  }

  @Override
  public int run(PrintStream out) {
    Corpus corpus = text.corpus();
    Settings settings =
        Preset.NANOGPT_CPU.settings(
            Preset.NANOGPT_CPU.config(corpus.alphabet().size(), Preset.NANOGPT_CPU.width()),
            WARM_UP + TURNS * STEPS,
            1);
    try (Team team = threads.team()) {
      Path weights = Files.createTempFile("weights", ".safetensors");
      try {
        Safetensors.save(weights, settings.model().parameters());
        compare(out, team, settings, corpus, weights);
      } finally {
        Files.delete(weights);
      }
      return 0;
    } catch (IOException e) {
      throw python.refusal(e, "torch");
    }
  }

  private void compare(PrintStream out, Team team, Settings settings, Corpus corpus, Path weights)
      throws IOException {
    try (Python torch =
        new Python(
            python.program(),
            Comparison.class,
            "step.py",
            _ -> {},
            "" + team.size(),
            weights.toString())) {
      out.printf("%s; threads: %d; %s%n%n", torch.line(), team.size(), Processor.name());
      Here here = new Here(settings, corpus, new ParallelKernels(FloatKernels.best(), team));
      for (Batches.Batch batch : here.batches) {
        torch.ask("batch", batch.inputs(), batch.targets());
      }
      out.printf("after  ms here  PyTorch  times  loss here  PyTorch%n");
      Turns measured = new Turns();
      for (int turn = 0; turn <= TURNS; turn++) {
        int steps = turn == 0 ? WARM_UP : STEPS;
        double ours = here.millisecondsOf(steps);
        String[] theirs = torch.ask("steps " + steps).split(" ");
        double ratio = Double.parseDouble(theirs[0]) / ours;
        out.printf(
            Locale.ROOT,
            "%5d %8.1f %8.1f  %5s  %9.4f %8.4f%n",
            here.done,
            ours,
            Double.parseDouble(theirs[0]),
            turn == 0 ? "-" : String.format(Locale.ROOT, "%.2f", ratio),
            here.loss,
            Double.parseDouble(theirs[1]));
        if (turn > 0) {
          measured.add(ours, Double.parseDouble(theirs[0]));
        }
      }
      out.printf(
          Locale.ROOT,
          "%nPyTorch takes %.2f times as long (median of %d turns)%n",
          measured.times(),
          TURNS);
      out.printf(
          Locale.ROOT,
          "tensors on the tape: %.0f MB; PyTorch's whole process: %.0f MB%n",
          here.tape.allocatedFloats() * 4 / 1e6,
          Long.parseLong(torch.ask("memory")) / 1e6);
    }
  }

  /// The training here, on the same few batches again and again.
  private static final class Here {
    private final Model model;
    private final Tape tape;
    private final Trainer trainer;
    private final List<Batches.Batch> batches;
    private int done;
    private float loss;

    Here(Settings settings, Corpus corpus, FloatKernels kernels) {
      model = settings.model();
      tape = new Tape(kernels);
      trainer = settings.trainer(model, tape);
      Batches random =
          new Batches(corpus, settings.rows(), settings.config().context(), settings.seed());
      batches = IntStream.range(0, BATCHES).mapToObj(_ -> random.next()).toList();
    }

    double millisecondsOf(int steps) {
      long start = System.nanoTime();
      for (int step = 0; step < steps; step++) {
        Batches.Batch batch = batches.get(done++ % BATCHES);
        loss =
            trainer.step(
                t -> t.crossEntropy(model.logits(t, batch.inputs(), batch.rows()), batch.targets()),
                RATE);
      }
      return (System.nanoTime() - start) / 1e6 / steps;
    }
  }
}
