package workbook.alignment;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.lab.Example;

/// Supervised fine-tuning on prompts with answers: on all letters, and on the answers' only.
///
/// The first two letters are the prompt, and the demonstrations begin with `ab` or `cd` only. Their
/// answers repeat the letter before with probability 0.8, and else it is any of the four.
@Command(
    name = "alignment/fine-tuning",
    description = "Supervised fine-tuning on all letters, and on those of the answers only.")
final class FineTuning implements Example {

  private static final int PROMPT = 2;
  private static final int STEPS = 200;
  private static final int STRINGS = 64;
  private static final double REPEAT = 0.8;

  /// `ab` and `cd`.
  private static final int[] PROMPTS = {0b0001, 0b1011};

  /// @param seen the divergence of the model's answers from the demonstrations', for prompts as
  ///   they have them
  /// @param others the same for the 14 other prompts
  /// @param prompts how probable it is that it begins with one of these prompts itself
  private record Result(double seen, double others, double prompts) {}

  static void main(String[] args) {
    Example.main(new FineTuning(), args);
  }

  @Override
  public int run(PrintStream out) {
    StringPolicy model = Pretraining.model();
    out.printf("%d steps, mean of %d seeds (least to most)%n%n", STEPS, Lineup.SEEDS);
    out.println("               KL(demonstrations || answers)");
    out.println("loss on        to ab and cd             to 14 other prompts      writes ab or cd");
    print(out, "nothing", List.of(result(model.all())));
    for (boolean masked : new boolean[] {false, true}) {
      List<Result> results =
          Seeds.each(Lineup.SEEDS, random -> result(tuned(model.copy(), masked, random).all()));
      print(out, masked ? "the answers" : "all letters", results);
    }
    return 0;
  }

  private static void print(PrintStream out, String name, List<Result> results) {
    out.printf(
        "%-13s  %s   %s   %s%n",
        name,
        text(Spread.of(results, Result::seen)),
        text(Spread.of(results, Result::others)),
        text(Spread.of(results, Result::prompts)));
  }

  private static String text(Spread spread) {
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", spread.mean(), spread.least(), spread.most());
  }

  private static StringPolicy tuned(StringPolicy policy, boolean masked, RandomGenerator random) {
    Learner learner = new Learner(policy.parameters());
    Rate rate = new Rate(Lineup.RATE, STEPS);
    for (int done = 0; done < STEPS; done++) {
      int[] strings = demonstrations(STRINGS, random);
      learner.step(t -> loss(t, policy.byLetter(t, strings), masked ? PROMPT : 0), rate.at(done));
    }
    return policy;
  }

  /// The mean of −log p over the letters that count.
  ///
  /// @param logs as `[place, string]`
  /// @param from the first place that counts: 0 for all letters, behind the prompt for the answers
  static Tensor loss(Tape t, Tensor logs, int from) {
    return t.scale(t.mean(t.slice(logs, 0, from, logs.size(0))), -1);
  }

  private static int[] demonstrations(int count, RandomGenerator random) {
    int[] strings = new int[count];
    Arrays.setAll(
        strings,
        _ -> {
          int string = PROMPTS[random.nextInt(PROMPTS.length)];
          for (int place = PROMPT; place < Strings.LENGTH; place++) {
            boolean repeats = random.nextDouble() < REPEAT;
            int letter = repeats ? string % Strings.LETTERS : random.nextInt(Strings.LETTERS);
            string = string * Strings.LETTERS + letter;
          }
          return string;
        });
    return strings;
  }

  private static Result result(double... logs) {
    int prompts = 1 << 2 * PROMPT;
    double seen = 0;
    double others = 0;
    double probability = 0;
    for (int prompt = 0; prompt < prompts; prompt++) {
      double[] wanted = new double[Strings.COUNT / prompts];
      for (int answer = 0; answer < wanted.length; answer++) {
        wanted[answer] = wanted(prompt * wanted.length + answer);
      }
      double divergence =
          Distributions.divergence(wanted, Distributions.normalised(answers(logs, prompt)));
      if (prompt == PROMPTS[0] || prompt == PROMPTS[1]) {
        seen += divergence / PROMPTS.length;
        probability += StrictMath.exp(Distributions.logSumExp(answers(logs, prompt)));
      } else {
        others += divergence / (prompts - PROMPTS.length);
      }
    }
    return new Result(seen, others, probability);
  }

  /// The part of a table that belongs to the strings with this prompt.
  private static double[] answers(double[] logs, int prompt) {
    int answers = logs.length >> 2 * PROMPT;
    return Arrays.copyOfRange(logs, prompt * answers, (prompt + 1) * answers);
  }

  /// The demonstrations' log-probability of a string's answer, given its prompt.
  private static double wanted(int string) {
    double log = 0;
    for (int place = PROMPT; place < Strings.LENGTH; place++) {
      boolean repeats = Strings.letter(string, place) == Strings.letter(string, place - 1);
      double p = (1 - REPEAT) / Strings.LETTERS;
      log += StrictMath.log(repeats ? p + REPEAT : p);
    }
    return log;
  }
}
