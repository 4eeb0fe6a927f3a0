package workbook.embeddings;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import workbook.autograd.Tape;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.text.Corpus;
import workbook.text.Score;

/// What does a feed-forward network gain from reading more characters, and what does it make of
/// each? All learn for as many steps.
@Command(
    name = "embeddings/look-back",
    description = "Train networks that read 1, 2 and 4 characters.")
public final class LookBack implements Example {

  private static final int STEPS = 500;
  private static final List<Integer> CONTEXTS = List.of(1, 2, 4);
  private static final String ASKED = "AT5";

  static void main(String[] args) {
    Example.main(new LookBack(), args);
  }

  @Override
  public int run(PrintStream out) {
    Corpus corpus = Corpus.unicodeNames();
    out.printf("%s, %d steps, seed 1%n", corpus.name(), STEPS);
    corpus.note().ifPresent(note -> out.println("note: " + note));
    out.printf("%ncharacters read  parameters  nats per character%n");
    FeedForward last = null;
    for (int context : CONTEXTS) {
      Settings settings = new Settings(context, 8, 64, 256, 0.01, STEPS, 1);
      last = trained(settings, corpus);
      Score score = Score.of(new FeedForwardModel(last, FloatKernels.best()), corpus);
      out.printf(Locale.ROOT, "%15d %11d %17.4f%n", context, last.size(), score.natsPerCharacter());
    }
    out.printf("%nnearest to each, in the table of the last%n");
    Vectors vectors = characters(last, corpus);
    for (int i = 0; i < ASKED.length(); i++) {
      String asked = ASKED.substring(i, i + 1);
      out.printf(
          "  %s  %s%n",
          asked,
          vectors.neighbours(asked, 6).stream()
              .map(one -> String.format(Locale.ROOT, "%s %.2f", one.word(), one.cosine()))
              .collect(Collectors.joining(", ")));
    }
    return 0;
  }

  static FeedForward trained(Settings settings, Corpus corpus) {
    FeedForward network = settings.network(corpus);
    FeedForwardTrainer trainer = new FeedForwardTrainer(network, new Tape(FloatKernels.best()));
    SplittableRandom random = new SplittableRandom(settings.seed());
    WarmupCosine schedule = settings.schedule();
    for (int step = 0; step < settings.steps(); step++) {
      trainer.step(corpus.symbols(), corpus.split(), settings.rows(), schedule.rate(step), random);
    }
    return network;
  }

  /// The rows of the network's table, without that for no character.
  private static Vectors characters(FeedForward network, Corpus corpus) {
    int width = network.embedding().size(1);
    List<String> characters =
        IntStream.range(0, network.symbols()).mapToObj(corpus.alphabet()::show).toList();
    float[][] rows = new float[characters.size()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(network.embedding().data(), row * width, (row + 1) * width);
    }
    return new Vectors(characters, rows);
  }
}
