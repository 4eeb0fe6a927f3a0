package workbook.transformer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.lab.TrainingRun;
import workbook.text.Batches;
import workbook.text.Corpus;
import workbook.text.Sampler;
import workbook.text.Show;

/// A decoder in training on a text: its steps, and now and then the validation loss and a sample.
/// What it has to say does not change what it learns.
final class Run implements TrainingRun.Step {

  private static final int MOST_BETWEEN_LOOKS = 250;
  private static final int SAMPLE = 60;

  private final Settings settings;
  private final Corpus corpus;
  private final FloatKernels kernels;
  private final Model model;
  private final Trainer trainer;
  private final Batches batches;
  private final WarmupCosine schedule;
  private final Pieces some;
  private final Tape apart;

  /// @throws IllegalArgumentException if the text is too short
  Run(Settings settings, Corpus corpus, FloatKernels kernels) {
    this.settings = settings;
    this.corpus = corpus;
    this.kernels = kernels;
    this.model = settings.model();
    this.trainer = settings.trainer(model, new Tape(kernels));
    this.schedule = settings.schedule();
    int columns = settings.config().context();
    this.batches = new Batches(corpus, settings.rows(), columns, settings.seed());
    this.some = pieces(Pieces.SOME);
    this.apart = new Tape(kernels);
  }

  private Pieces pieces(int most) {
    return Pieces.of(corpus, settings.config().context(), settings.rows(), most);
  }

  Model model() {
    return model;
  }

  int steps() {
    return trainer.steps();
  }

  Map<String, Tensor> memory() {
    return trainer.memory();
  }

  void continueAfter(int steps) {
    trainer.continueAfter(steps);
    batches.skip(steps);
  }

  /// After how many steps it has something to say.
  int between() {
    return Math.clamp(settings.steps() / 4, 1, MOST_BETWEEN_LOOKS);
  }

  @Override
  public float take(int done) {
    Batches.Batch batch = batches.next();
    return trainer.step(
        t -> t.crossEntropy(model.logits(t, batch.inputs(), batch.rows()), batch.targets()),
        schedule.rate(done));
  }

  @Override
  public String news(int done) {
    return done % between() == 0 && done < settings.steps() ? loss(done) + sample() : "";
  }

  /// A line with the loss of some pieces of the validation text.
  String loss(int done) {
    return String.format(
        Locale.ROOT, "after %d steps: validation loss %.4f%n", done, some.loss(model, apart));
  }

  /// The same for all of it.
  String lossOfAll() {
    Pieces all = pieces(Integer.MAX_VALUE);
    return String.format(
        Locale.ROOT,
        "in %,d pieces of %d characters: validation loss %.4f%n%n",
        all.starts().length,
        all.columns(),
        all.loss(model, apart));
  }

  /// What it writes after the last line of the training text.
  private String sample() {
    int[] start =
        Arrays.copyOfRange(
            corpus.symbols(), corpus.split() - settings.config().context(), corpus.split());
    int[] written =
        Sampler.sample(
            new CharacterModel(model, kernels),
            start,
            SAMPLE,
            new SplittableRandom(settings.seed()));
    return corpus
        .alphabet()
        .decode(written)
        .lines()
        .map(line -> "  | " + Show.text(line) + System.lineSeparator())
        .collect(Collectors.joining());
  }
}
