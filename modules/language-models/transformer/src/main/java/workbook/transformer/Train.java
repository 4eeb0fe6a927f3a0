package workbook.transformer;

import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.autograd.Checkpoint;
import workbook.autograd.Trained;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.kernels.ThreadsOption;
import workbook.lab.CheckpointOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.TrainingRun;
import workbook.text.Corpus;
import workbook.text.CorpusOption;
import workbook.text.Report;

/// Trains a transformer on characters. Ctrl-C ends it after the current step and keeps what was
/// learned; `--resume` goes on from there to the same bits.
@Command(
    name = "transformer/train",
    description = "Train a transformer on characters; Ctrl-C ends it in good order.")
public final class Train implements Example {

  private static final int MOST_STEPS = 1_000_000;

  @Option(
      names = "--config",
      paramLabel = "NAME",
      converter = Preset.Named.class,
      description = "One of " + Preset.NAMES + "; small if none is given.")
  private Preset preset = Preset.SMALL;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many; 500, and 2000 with nanogpt-cpu, if not given.")
  private Integer steps;

  @Option(
      names = "--width",
      paramLabel = "N",
      description =
          "Of a place's vector, a multiple of 8; 64, and 128 with nanogpt-cpu, if not given.")
  private Integer width;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Other weights to begin with, and other pieces; ${DEFAULT-VALUE} if not given.")
  private long seed = 1;

  @Mixin private CorpusOption text;

  @Mixin private ThreadsOption threads;
  @Mixin private CheckpointOption checkpoint;

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
    int wanted = steps == null ? preset.steps() : Example.between("--steps", steps, 1, MOST_STEPS);
    int wide = width();
    checkpoint.file();
    Corpus corpus = text.corpus();
    Config config = preset.config(corpus.alphabet().size(), wide);
    Settings settings = preset.settings(config, wanted, seed);
    try (Team team = threads.team()) {
      train(out, settings, corpus, new ParallelKernels(FloatKernels.best(), team));
    }
    return 0;
  }

  private int width() {
    if (width == null) {
      return preset.width();
    }
    if (!Preset.isWidth(width)) {
      throw new IllegalArgumentException(
          "--width must be a multiple of 8 from 8 to 1024, and was '%d'".formatted(width));
    }
    return width;
  }

  private void train(PrintStream out, Settings settings, Corpus corpus, FloatKernels kernels) {
    Run run = new Run(settings, corpus, kernels);
    String name = "%s of the text %s".formatted(settings, corpus.digest());
    Map<String, String> about =
        Map.of(Sample.CONFIG, preset.lowerCase(), Trained.ALPHABET, corpus.alphabet().characters());
    Checkpoint kept = new Checkpoint(name, run.model().parameters(), run.memory(), about);
    int from = kept.begin(checkpoint);
    run.continueAfter(from);
    heading(out, settings, corpus);
    if (from == 0) {
      out.print(run.loss(0));
    }
    boolean whole =
        training.run(
            out,
            run,
            file -> kept.save(file, run.steps()),
            from,
            settings.steps(),
            settings.tokens(),
            checkpoint.file(),
            run.between());
    if (whole) {
      out.print(run.lossOfAll());
      Report.print(out, new CharacterModel(run.model(), kernels), corpus, settings.seed());
    }
  }

  private static void heading(PrintStream out, Settings settings, Corpus corpus) {
    Config config = settings.config();
    out.printf(
        "%s: %d layers, %d heads, width %d, context %d; %,d parameters, seed %d; %s%n",
        config.name(),
        config.layers(),
        config.heads(),
        config.width(),
        config.context(),
        config.parameters(),
        settings.seed(),
        corpus.name());
    corpus.note().ifPresent(note -> out.println("note: " + note));
  }
}
