package workbook.abilities;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.TrainingRun;
import workbook.transformer.Style;

/// Copying from the context: networks of attention alone, of one layer and of two, and the heads
/// that do it, found by where they look and by what is lost without them.
@Command(
    name = "abilities/induction",
    description =
        "Print which heads copy from the context and what is lost without them, or train.")
public final class Induction extends Experiment {

  static final int STEPS = 400;
  static final int TESTED = 64;
  static final String ONE = "rotary-1";
  static final String TWO = "rotary-2";
  static final String LEARNED = "learned-2";

  /// After how many steps it is looked at.
  static final List<Integer> LOOKS = List.of(50, 100, 150, 200, 300, 400);

  private static final Map<String, String> NAMES =
      Map.of(ONE, "1 layer", TWO, "2 layers", LEARNED, "2, learned positions");
  private static final double RATE = 3e-3;
  private static final long TEST_SEED = -1;
  private static final int FIRST_HEAD = 2 * LOOKS.size() + 2;

  /// What is said of a head.
  ///
  /// @param matching attention to the place behind the last one with the same symbol
  /// @param previous attention to the place before
  /// @param without the share that is right without this head
  record Head(int layer, int index, double matching, double previous, double without) {

    String name() {
      return "%d.%d".formatted(layer + 1, index + 1);
    }
  }

  Induction(TrainingRun training) {
    super(training);
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Induction(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  String recordedIn() {
    return "induction.csv";
  }

  @Override
  List<String> arms() {
    return List.of(TWO, ONE, LEARNED);
  }

  @Override
  int seeds() {
    return 5;
  }

  private static int layers(String arm) {
    return arm.equals(ONE) ? 1 : 2;
  }

  private static Style.Positions positions(String arm) {
    return arm.equals(LEARNED) ? Style.Positions.LEARNED : Style.Positions.ROTARY;
  }

  /// At each look the share that is right and the best prefix-matching score; the loss at random
  /// places; the share that is right without the last layer; and three for each head.
  @Override
  int numbers(String arm) {
    return FIRST_HEAD + 3 * Network.HEADS * layers(arm);
  }

  @Override
  int steps() {
    return STEPS;
  }

  @Override
  int tokens(String arm) {
    return Copying.ROWS * Copying.TIME;
  }

  @Override
  Run start(String arm, long seed) {
    return new Learning(Copying.network(layers(arm), positions(arm), RATE, STEPS, seed));
  }

  /// One training, and what is seen of it.
  private static final class Learning implements Run {

    private final Network network;
    private final Copying.Sequences tested = Copying.draw(TESTED, TEST_SEED);
    private final List<Double> numbers = new ArrayList<>();

    Learning(Network network) {
      this.network = network;
    }

    @Override
    public float take(int done) {
      float loss = network.take(done);
      if (LOOKS.contains(done + 1)) {
        numbers.add(Copying.right(network, tested));
        numbers.add(matching(network.weights(tested.batch())));
      }
      return loss;
    }

    private double matching(float[][] weights) {
      return IntStream.range(0, weights.length * Network.HEADS)
          .mapToDouble(i -> Copying.matching(weights[i / Network.HEADS], i % Network.HEADS, tested))
          .max()
          .orElseThrow();
    }

    @Override
    public double[] numbers() {
      numbers.add(Copying.lossOfRandom(network, tested));
      float[][] weights = network.weights(tested.batch());
      int last = weights.length - 1;
      network.without(last, List.of(0, 1, 2, 3), () -> numbers.add(Copying.right(network, tested)));
      for (int layer = 0; layer <= last; layer++) {
        for (int head = 0; head < Network.HEADS; head++) {
          numbers.add(Copying.matching(weights[layer], head, tested));
          numbers.add(Copying.previous(weights[layer], head, tested));
          network.without(layer, List.of(head), () -> numbers.add(Copying.right(network, tested)));
        }
      }
      return numbers.stream().mapToDouble(x -> x).toArray();
    }
  }

  static double right(Outcome outcome, int look) {
    return outcome.number(2 * look);
  }

  static double matching(Outcome outcome, int look) {
    return outcome.number(2 * look + 1);
  }

  static double right(Outcome outcome) {
    return right(outcome, LOOKS.size() - 1);
  }

  static double lossOfRandom(Outcome outcome) {
    return outcome.number(2 * LOOKS.size());
  }

  static double withoutLastLayer(Outcome outcome) {
    return outcome.number(2 * LOOKS.size() + 1);
  }

  static List<Head> heads(Outcome outcome) {
    return IntStream.range(0, (outcome.numbers().size() - FIRST_HEAD) / 3)
        .mapToObj(i ->
            new Head(
                i / Network.HEADS,
                i % Network.HEADS,
                outcome.number(FIRST_HEAD + 3 * i),
                outcome.number(FIRST_HEAD + 3 * i + 1),
                outcome.number(FIRST_HEAD + 3 * i + 2)))
        .toList();
  }

  @Override
  void print(PrintStream out, List<Outcome> outcomes) {
    out.printf(
        "%d steps, seeds 1 to %d; right: share of the predictable places%n%n", STEPS, seeds());
    out.printf("%-22s%-24s%-24s%s%n", "", "right", "best match", "loss where random");
    for (String arm : arms()) {
      List<Outcome> seeds = of(arm, outcomes);
      if (!seeds.isEmpty()) {
        out.printf(
            "%-22s%-24s%-24s%s%n",
            NAMES.get(arm),
            Outcome.spread(seeds, Induction::right),
            Outcome.spread(seeds, seed -> matching(seed, LOOKS.size() - 1)),
            Outcome.spread(seeds, Induction::lossOfRandom));
      }
    }
    out.printf("%n2 layers, by step: right and best match, mean over the seeds%n");
    List<Outcome> two = of(TWO, outcomes);
    for (int i = 0; i < LOOKS.size() && !two.isEmpty(); i++) {
      int look = i;
      out.printf(
          "%4d  %.2f  %.2f%n",
          LOOKS.get(i),
          two.stream().mapToDouble(outcome -> right(outcome, look)).average().orElseThrow(),
          two.stream().mapToDouble(outcome -> matching(outcome, look)).average().orElseThrow());
    }
    out.printf("%n2 layers, head by head, for each seed: attention to the place behind the last%n");
    out.printf("occurrence (match) and to the place before (prev); right without the head%n");
    out.println("head" + "   match  prev  without".repeat(two.size()));
    for (int i = 0; i < 2 * Network.HEADS && !two.isEmpty(); i++) {
      StringBuilder line = new StringBuilder(heads(two.getFirst()).get(i).name() + " ");
      for (Outcome outcome : two) {
        Head head = heads(outcome).get(i);
        line.append(
            "   %5.2f %5.2f  %7.2f".formatted(head.matching(), head.previous(), head.without()));
      }
      out.println(line);
    }
    if (!two.isEmpty()) {
      out.printf("without all of layer 2: %s%n", Outcome.spread(two, Induction::withoutLastLayer));
    }
  }
}
