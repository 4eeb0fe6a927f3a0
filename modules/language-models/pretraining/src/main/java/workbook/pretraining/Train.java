package workbook.pretraining;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.autograd.Checkpoint;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.CheckpointOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.TrainingRun;

/// Pretraining alone, of one reader. Ctrl-C ends it after the current step; `--resume` goes on from
/// there to the same bits.
@Command(
    name = "pretraining/train",
    description = "Pretrain an encoder or a decoder; Ctrl-C ends it in good order.")
public final class Train implements Example {

  private static final int BETWEEN = 250;

  @Parameters(
      paramLabel = "KIND",
      description = "encoder, which fills in hidden words, or decoder, which goes on.")
  private String name;

  @Option(names = "--steps", paramLabel = "N", description = "${DEFAULT-VALUE} if not given.")
  private int steps = 2000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Other weights to begin with, and another text; ${DEFAULT-VALUE} if not given.")
  private long seed = 1;

  @Mixin private CheckpointOption checkpoint;

  private final TrainingRun training;
  private final int text;
  private final int test;

  /// @param text how many sentences are read
  /// @param test how many are kept for the score
  Train(TrainingRun training, int text, int test) {
    this.training = training;
    this.text = text;
    this.test = test;
  }

  static void main(String[] args) {
    Interrupt.heardBy(stop -> {
      Train train = new Train(TrainingRun.here(stop), Pretraining.TEXT, Pretraining.TEST);
      return Example.run(train, System.out, System.err, args);
    });
  }

  @Override
  public int run(PrintStream out) {
    Reader.Kind kind = Reader.Kind.named(name);
    Example.between("--steps", steps, 1, 1_000_000);
    checkpoint.file();
    Sentences sentences = Sentences.of(text, 0, test, seed);
    Tape t = new Tape(FloatKernels.best());
    Reader reader = kind.untrained(seed);
    Learning<int[]> learning = Run.pretraining(reader, sentences.text(), steps, seed, t);
    Checkpoint kept =
        new Checkpoint(
            "%s, %d steps, seed %d".formatted(kind, steps, seed),
            reader.parameters(),
            learning.trainer().memory(),
            Map.of());
    int from = kept.begin(checkpoint);
    learning.trainer().continueAfter(from);
    out.printf(
        "%s: %,d parameters, seed %d; %,d sentences%n",
        kind,
        reader.parameters().values().stream().mapToInt(tensor -> tensor.size()).sum(),
        seed,
        sentences.text().size());
    boolean whole =
        training.run(
            out,
            learning,
            file -> kept.save(file, learning.trainer().steps()),
            from,
            steps,
            Run.ROWS * Language.LONGEST,
            checkpoint.file(),
            BETWEEN);
    if (whole) {
      score(out, reader, sentences.originals(), t);
    }
    return 0;
  }

  private void score(PrintStream out, Reader reader, List<int[]> test, Tape t) {
    t.reset();
    Tensor loss =
        t.withoutGradients(() -> reader.loss(t, Rows.of(test), new SplittableRandom(seed)));
    out.printf(
        Locale.ROOT,
        "%d new sentences: loss %.3f nats per word asked for%n",
        test.size(),
        loss.value());
    if (reader instanceof Decoder) {
      out.printf(Locale.ROOT, "the entropy of the language: %.3f%n", Entropy.perWord());
    }
    double share = Continuation.share(reader, t, test, seed);
    out.printf(Locale.ROOT, "cut off and finished, %.1f %% of them are right%n", 100 * share);
  }
}
