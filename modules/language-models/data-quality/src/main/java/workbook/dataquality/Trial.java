package workbook.dataquality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// One training: what is read, and from which random numbers.
///
/// @param arm what is read: see [#slots]
record Trial(String arm, long seed) {

  static final int SEEDS = 5;
  static final List<Integer> EPOCHS = List.of(1, 2, 4, 16, 64);
  static final List<Integer> POOLS = List.of(8, 64, 512);
  static final List<Integer> SHARES = List.of(0, 10, 50, 90, 100);
  static final List<String> ARMS =
      Stream.of(
              EPOCHS.stream().map(n -> "epochs-" + n),
              POOLS.stream().map(n -> "pool-" + n),
              Stream.of("noise", "filtered", "half-the-steps"),
              SHARES.stream().map(n -> "share-" + n))
          .flatMap(names -> names)
          .toList();

  private static final int KNOWN = 300;
  private static final int VALIDATION = 512;

  /// The two languages. Both have the same words, and put them together in other ways.
  private static final Source A = new Source(1);

  private static final Source B = new Source(2);

  /// How a trial went, in nats per word.
  ///
  /// @param a the loss on new text of source A
  /// @param b the same of source B
  /// @param own the mean loss of the last steps on what was read
  record Outcome(Trial trial, double a, double b, double own) {

    /// As a line of a file: `epochs-1,1,2.3456,5.4321,2.3333`.
    String line() {
      return String.format(Locale.ROOT, "%s,%d,%.4f,%.4f,%.4f", trial.arm, trial.seed, a, b, own);
    }

    /// @return nothing if the line is none, or of a trial that is not among these
    static Optional<Outcome> of(String line) {
      if (!line.matches("[a-z0-9-]+,[0-9](,[0-9]{1,2}\\.[0-9]{4}){3}")) {
        return Optional.empty();
      }
      String[] parts = line.split(",");
      return all().stream()
          .filter(
              trial -> trial.arm.equals(parts[0]) && String.valueOf(trial.seed).equals(parts[1]))
          .findFirst()
          .map(trial ->
              new Outcome(
                  trial,
                  Double.parseDouble(parts[2]),
                  Double.parseDouble(parts[3]),
                  Double.parseDouble(parts[4])));
    }
  }

  static List<Trial> all() {
    return LongStream.rangeClosed(1, SEEDS)
        .boxed()
        .flatMap(seed -> ARMS.stream().map(arm -> new Trial(arm, seed)))
        .toList();
  }

  int steps() {
    return arm.equals("half-the-steps") ? Learner.STEPS / 2 : Learner.STEPS;
  }

  /// The sequences in the order in which they are read.
  int[][] slots() {
    SplittableRandom random = new SplittableRandom(seed);
    String kind = arm.replaceAll("-[0-9]+$", "");
    int n = kind.equals(arm) ? 0 : Integer.parseInt(arm.substring(kind.length() + 1));
    int all = Learner.SLOTS;
    return switch (kind) {
      // So many times over fewer sequences.
      case "epochs" -> repeat(draw(A, all / n, random), n, random);
      // Half from a pool of so many, which are seen all / 2 / n times each; half are new.
      case "pool" ->
          shuffle(
              join(repeat(draw(A, n, random), all / 2 / n, random), draw(A, all / 2, random)),
              random);
      // The words of every other sequence in any order.
      case "noise" -> noisy(random);
      // The better half of these, twice.
      case "filtered" -> repeat(better(noisy(random), new SplittableRandom(-seed)), 2, random);
      case "half-the-steps" -> draw(A, all / 2, random);
      // So many percent from source A, the others from B.
      case "share" ->
          shuffle(
              join(draw(A, all * n / 100, random), draw(B, all - all * n / 100, random)), random);
      default -> throw new IllegalStateException(arm);
    };
  }

  private static int[][] noisy(SplittableRandom random) {
    int[][] sequences = draw(A, Learner.SLOTS, random);
    for (int i = 0; i < sequences.length; i += 2) {
      shuffleWords(sequences[i], random);
    }
    return sequences;
  }

  /// The half that surprises least who has read some clean sequences.
  static int[][] better(int[][] sequences, SplittableRandom random) {
    Bigrams clean =
        new Bigrams(Arrays.stream(draw(A, KNOWN, random)).map(Vocabulary::english).toList());
    record Scored(int[] sequence, double surprise) {}
    return Arrays.stream(sequences)
        .map(sequence -> new Scored(sequence, clean.surprise(Vocabulary.english(sequence))))
        .sorted(Comparator.comparingDouble(Scored::surprise))
        .limit(sequences.length / 2)
        .map(Scored::sequence)
        .toArray(int[][]::new);
  }

  static void shuffleWords(int[] words, SplittableRandom random) {
    for (int i = words.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int word = words[i];
      words[i] = words[j];
      words[j] = word;
    }
  }

  private static int[][] draw(Source source, int count, SplittableRandom random) {
    int[][] sequences = new int[count][];
    Arrays.setAll(sequences, _ -> source.draw(Learner.CONTEXT + 1, random));
    return sequences;
  }

  /// One epoch after the other, each in an order of its own.
  private static int[][] repeat(int[][] sequences, int times, SplittableRandom random) {
    List<int[]> all = new ArrayList<>();
    for (int epoch = 0; epoch < times; epoch++) {
      all.addAll(List.of(shuffle(sequences.clone(), random)));
    }
    return all.toArray(int[][]::new);
  }

  private static int[][] join(int[][] some, int[][] others) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(int[][]::new);
  }

  private static int[][] shuffle(int[][] sequences, SplittableRandom random) {
    for (int i = sequences.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int[] sequence = sequences[i];
      sequences[i] = sequences[j];
      sequences[j] = sequence;
    }
    return sequences;
  }

  /// Of the same text for all.
  static Outcome outcome(Trial trial, Learner learner, double own) {
    return new Outcome(
        trial,
        learner.loss(draw(A, VALIDATION, new SplittableRandom(1_000_001))),
        learner.loss(draw(B, VALIDATION, new SplittableRandom(1_000_002))),
        own);
  }
}
