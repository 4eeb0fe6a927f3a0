package workbook.transformer;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// One stack or two: an encoder and a decoder, a decoder that reads the input in both directions,
/// and one that reads it forwards, learn to write words backwards.
@Command(
    name = "transformer/reversal",
    description = "Train an encoder–decoder, a prefix decoder and a decoder to write backwards.")
public final class Reversal implements Example {

  static final int WIDTH = 32;
  private static final int HEADS = 2;
  private static final int ROWS = 32;
  private static final int SHORTEST = 4;
  private static final int TESTED = 500;
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
  private static final List<Integer> SHOWN = List.of(100, 200, 300, 500);
  private static final String WORD = "stressed";

  /// What is compared.
  enum Assembly {
    TWO_STACKS("encoder-decoder, 1 + 1 blocks"),
    PREFIX("prefix decoder, 2 blocks"),
    DECODER("decoder, 2 blocks");

    private final String label;

    Assembly(String label) {
      this.label = label;
    }

    private int layers() {
      return this == TWO_STACKS ? 1 : 2;
    }

    private int context() {
      return this == TWO_STACKS ? Reverser.TwoStacks.TIME : Reverser.OneStack.TIME;
    }

    private Settings settings(long seed) {
      Config config =
          new Config(
              label,
              Style.GPT2,
              Reverser.VOCABULARY,
              context(),
              WIDTH,
              layers(),
              HEADS,
              HEADS,
              2 * WIDTH);
      return new Settings(config, ROWS, 5e-3, 5e-4, 50, 0.99, 0.1, SHOWN.getLast(), seed);
    }

    Reverser reverser(long seed) {
      Settings settings = settings(seed);
      if (this != TWO_STACKS) {
        return new Reverser.OneStack(settings.model(), this == PREFIX);
      }
      EncoderDecoder model = new EncoderDecoder(settings.config());
      settings.begin(model.parameters());
      return new Reverser.TwoStacks(model);
    }
  }

  static void main(String[] args) {
    Example.main(new Reversal(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.printf(
        "words of %d to %d random letters; of %d that were held out, right to the last letter%n",
        SHORTEST, Reverser.LONGEST, TESTED);
    out.printf(
        "lowest and highest of %d runs, seeds %d to %d%n%n%-29s %10s",
        SEEDS.size(), SEEDS.getFirst(), SEEDS.getLast(), "after step", "parameters");
    SHOWN.forEach(step -> out.printf("%12d", step));
    out.println();
    Reverser.TwoStacks drawn = null;
    for (Assembly assembly : Assembly.values()) {
      List<double[]> runs = new ArrayList<>();
      Reverser reverser = null;
      for (long seed : SEEDS) {
        reverser = assembly.reverser(seed);
        runs.add(train(assembly, reverser, seed));
        if (drawn == null && reverser instanceof Reverser.TwoStacks two) {
          drawn = two;
        }
      }
      row(out, assembly, reverser, runs);
    }
    map(out, drawn);
    return 0;
  }

  private static void row(PrintStream out, Assembly assembly, Reverser of, List<double[]> runs) {
    int parameters = of.parameters().values().stream().mapToInt(Tensor::size).sum();
    out.printf(Locale.ROOT, "%-29s %,10d", assembly.label, parameters);
    for (int i = 0; i < SHOWN.size(); i++) {
      int at = i;
      double lowest = runs.stream().mapToDouble(run -> run[at]).min().orElseThrow();
      double highest = runs.stream().mapToDouble(run -> run[at]).max().orElseThrow();
      out.printf(Locale.ROOT, " %5.3f-%5.3f", lowest, highest);
    }
    out.println();
  }

  /// A row for each letter that is written, and for the mark at the end; a column for each letter
  /// that was read.
  private static void map(PrintStream out, Reverser.TwoStacks model) {
    int[] word = WORD.chars().map(letter -> letter - 'a').toArray();
    Tensor weights = model.weights(new Tape(FloatKernels.best()), word);
    out.printf("%nwhere seed 1's encoder-decoder looks as it writes %s backwards;%n", WORD);
    out.printf("tenths of the weights of cross-attention, mean of the heads%n%n    ");
    WORD.chars().forEach(letter -> out.printf("  %c", letter));
    out.println();
    int letters = word.length;
    for (int place = 0; place <= letters; place++) {
      out.printf("%-4s", place == letters ? "end" : WORD.charAt(letters - 1 - place));
      for (int letter = 0; letter < letters; letter++) {
        double sum = 0;
        for (int head = 0; head < HEADS; head++) {
          sum += weights.data()[(head * (letters + 1) + place) * letters + letter];
        }
        long tenths = Math.round(sum / HEADS * 10);
        out.printf("%3s", tenths == 0 ? "." : String.valueOf(tenths));
      }
      out.println();
    }
  }

  /// The share of words that are right after each of the steps that are shown.
  static double[] train(Assembly assembly, Reverser reverser, long seed) {
    Settings settings = assembly.settings(seed);
    Tape tape = new Tape(FloatKernels.best());
    Trainer trainer = new Trainer(reverser.parameters(), settings.beta2(), settings.decay(), tape);
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> held = words(new SplittableRandom(0), TESTED, Set.of());
    Set<List<Integer>> kept =
        held.stream().map(Reversal::boxed).collect(Collectors.toCollection(HashSet::new));
    double[] shares = new double[SHOWN.size()];
    for (int step = 0; step < settings.steps(); step++) {
      List<int[]> words = words(random, ROWS, kept);
      trainer.step(
          t -> t.crossEntropy(reverser.answers(t, words), Reverser.right(words)),
          settings.schedule().rate(step));
      int shown = SHOWN.indexOf(step + 1);
      if (shown >= 0) {
        shares[shown] = share(tape, reverser, held);
      }
    }
    return shares;
  }

  private static List<Integer> boxed(int... word) {
    return Arrays.stream(word).boxed().toList();
  }

  private static List<int[]> words(SplittableRandom random, int count, Set<List<Integer>> but) {
    return Stream.generate(() ->
            random.ints(random.nextInt(SHORTEST, Reverser.LONGEST + 1), 0, Reverser.MARK).toArray())
        .filter(word -> !but.contains(boxed(word)))
        .limit(count)
        .toList();
  }

  /// The share of words whose every letter, and the mark, has the highest score. A model that is
  /// given what is right before each place, and is right everywhere, writes the same by itself.
  static double share(Tape tape, Reverser reverser, List<int[]> words) {
    tape.reset();
    Tensor scores = reverser.answers(tape, words);
    int[] right = Reverser.right(words);
    int count = 0;
    int place = 0;
    for (int[] word : words) {
      int end = place + word.length + 1;
      if (IntStream.range(place, end).allMatch(i -> best(scores, i) == right[i])) {
        count++;
      }
      place = end;
    }
    return (double) count / words.size();
  }

  private static int best(Tensor scores, int row) {
    int best = 0;
    for (int j = 1; j < Reverser.VOCABULARY; j++) {
      if (scores.data()[row * Reverser.VOCABULARY + j]
          > scores.data()[row * Reverser.VOCABULARY + best]) {
        best = j;
      }
    }
    return best;
  }
}
