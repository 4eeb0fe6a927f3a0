package workbook.inference;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.kernels.ThreadsOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.Printable;
import workbook.lab.Refusal;
import workbook.lab.TrainingRun;
import workbook.text.Corpus;

/// Trains the small model that the other examples of this topic use, and writes it as GPT-2's
/// files.
@Command(
    name = "inference/train",
    description = "Train the small GPT-2 of this topic, and write it as GPT-2 is published.")
public final class Train implements Example {

  @Parameters(paramLabel = "FOLDER", description = "Where to write it; it must not be there yet.")
  private String folder;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many; ${DEFAULT-VALUE} if not given.")
  private int steps = 2000;

  @Mixin private ThreadsOption threads;

  private final TrainingRun training;

  Train(TrainingRun training) {
    this.training = training;
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Train(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--steps", steps, 1, 1_000_000);
    Path to = Path.of(folder);
    if (Files.exists(to)) {
      throw new IllegalArgumentException(folder + " is there already, and is not replaced");
    }
    try {
      // Before the training, so that none is in vain.
      Files.createDirectories(to);
    } catch (IOException e) {
      throw cannotBeWritten(e);
    }
    out.printf("%,d parameters, seed %d%n", SmallModel.CONFIG.parameters(), SmallModel.SEED);
    try (Team team = threads.team()) {
      SmallModel small =
          new SmallModel(Corpus.grammar(), steps, new ParallelKernels(FloatKernels.best(), team));
      boolean whole =
          training.run(
              out,
              small::step,
              _ -> {},
              0,
              steps,
              SmallModel.CONFIG.context() * SmallModel.ROWS,
              Optional.empty(),
              steps);
      if (whole) {
        Gpt2Files.write(to, small.model());
        out.printf("written to %s%n", Printable.of(folder));
      } else {
        Files.delete(to);
      }
    } catch (IOException e) {
      throw cannotBeWritten(e);
    }
    return 0;
  }

  private Refusal cannotBeWritten(IOException e) {
    return new Refusal("%s cannot be written: %s".formatted(folder, e.getMessage()), e);
  }
}
