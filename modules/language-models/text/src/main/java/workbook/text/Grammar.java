package workbook.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/// A probabilistic context-free grammar, each of whose symbols is one character: an upper-case
/// letter stands for one of its rules, anything else for itself. `S` is a sentence.
///
/// Because the rules and their chances are known, so is the entropy of the text: what the best of
/// all models would score, and none can beat. That holds where a sentence can be made in one way
/// only; this class does not check it.
public final class Grammar {

  /// What a symbol may become.
  ///
  /// @param probability its chance among the rules of that symbol
  public record Rule(double probability, String right) {}

  /// A verb agrees with a noun that may be many words before it: `the fox that the cats see
  /// sleeps`. So a model that sees a few characters cannot reach the optimum, and one with a memory
  /// can.
  public static final Grammar ENGLISH =
      new Grammar(
          Map.ofEntries(
              Map.entry("S", List.of(new Rule(.5, "N V.\n"), new Rule(.5, "M W.\n"))),
              // One and many: noun phrase, noun with its adjectives.
              Map.entry(
                  "N",
                  List.of(
                      new Rule(.7, "the A"),
                      new Rule(.15, "the A that N X"),
                      new Rule(.15, "the A that M Y"))),
              Map.entry(
                  "M",
                  List.of(
                      new Rule(.7, "the B"),
                      new Rule(.15, "the B that N X"),
                      new Rule(.15, "the B that M Y"))),
              Map.entry("A", List.of(new Rule(.7, "C"), new Rule(.3, "J A"))),
              Map.entry("B", List.of(new Rule(.7, "Cs"), new Rule(.3, "J B"))),
              Map.entry(
                  "C",
                  List.of(
                      new Rule(.4, "cat"),
                      new Rule(.3, "bird"),
                      new Rule(.2, "hen"),
                      new Rule(.1, "heron"))),
              Map.entry(
                  "J", List.of(new Rule(.5, "old"), new Rule(.25, "small"), new Rule(.25, "grey"))),
              // What they do, alone and to another.
              Map.entry(
                  "V", List.of(new Rule(.5, "Is"), new Rule(.25, "X N"), new Rule(.25, "X M"))),
              Map.entry(
                  "W", List.of(new Rule(.5, "I"), new Rule(.25, "Y N"), new Rule(.25, "Y M"))),
              Map.entry("X", List.of(new Rule(1, "Ts"))),
              Map.entry("Y", List.of(new Rule(1, "T"))),
              Map.entry("I", List.of(new Rule(.6, "sleep"), new Rule(.4, "sing"))),
              Map.entry("T", List.of(new Rule(.6, "see"), new Rule(.4, "hear")))));

  private final SortedMap<Character, List<Rule>> rules = new TreeMap<>();

  /// @param rules by symbol, an upper-case letter
  /// @throws IllegalArgumentException if a symbol has no rules, or the chances of its rules do not
  ///   add up to 1
  public Grammar(Map<String, List<Rule>> rules) {
    rules.forEach((symbol, all) -> this.rules.put(symbol.charAt(0), List.copyOf(all)));
    this.rules.forEach((symbol, all) -> {
      double sum = all.stream().mapToDouble(Rule::probability).sum();
      if (Math.abs(sum - 1) > 1e-12) {
        throw new IllegalArgumentException("the chances of %s add up to %s".formatted(symbol, sum));
      }
      all.forEach(
          rule -> rule.right.chars().filter(c -> stands((char) c)).forEach(c -> rules((char) c)));
    });
    rules('S');
  }

  /// Whether a symbol stands for its rules, and not for itself.
  static boolean stands(char symbol) {
    return symbol >= 'A' && symbol <= 'Z';
  }

  List<Rule> rules(char symbol) {
    List<Rule> found = rules.get(symbol);
    if (found == null) {
      throw new IllegalArgumentException("the symbol %s has no rules".formatted(symbol));
    }
    return found;
  }

  /// Sentences, one after the other, drawn with [Random] from a seed.
  public String sentences(int count, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      derive("S", random, text);
    }
    return text.toString();
  }

  /// Writes down what the symbols become.
  ///
  /// @return the natural logarithm of the probability of the choices made
  double derive(String symbols, Random random, StringBuilder text) {
    double log = 0;
    for (char symbol : symbols.toCharArray()) {
      if (stands(symbol)) {
        Rule rule = choose(rules(symbol), random.nextDouble());
        log += Math.log(rule.probability) + derive(rule.right, random, text);
      } else {
        text.append(symbol);
      }
    }
    return log;
  }

  private static Rule choose(List<Rule> rules, double random) {
    double left = random;
    for (Rule rule : rules) {
      left -= rule.probability;
      if (left < 0) {
        return rule;
      }
    }
    return rules.getLast();
  }

  /// The entropy of the text in nats per character: that of a sentence by its mean length.
  ///
  /// For each symbol, entropy = Σ p (-ln p + the entropies of the symbols on the right), and its
  /// length likewise. The equations are solved by putting in what was found until it stays.
  ///
  /// @throws IllegalStateException if sentences have no mean length
  public double entropyRate() {
    SortedMap<Character, double[]> found = new TreeMap<>();
    rules.keySet().forEach(symbol -> found.put(symbol, new double[2]));
    boolean changed = true;
    for (int round = 0; changed; round++) {
      if (round == 100_000) {
        throw new IllegalStateException("a sentence of this grammar has no mean length");
      }
      changed = false;
      for (var entry : found.entrySet()) {
        double[] next = next(entry.getKey(), found);
        changed |= !Arrays.equals(next, entry.getValue());
        entry.setValue(next);
      }
    }
    return found.get('S')[0] / found.get('S')[1];
  }

  /// @return the entropy and the mean length of a symbol, from those of the others so far
  private double[] next(char symbol, Map<Character, double[]> found) {
    double entropy = 0;
    double length = 0;
    for (Rule rule : rules(symbol)) {
      double ruleEntropy = -Math.log(rule.probability);
      double ruleLength = 0;
      for (char right : rule.right.toCharArray()) {
        ruleEntropy += stands(right) ? found.get(right)[0] : 0;
        ruleLength += stands(right) ? found.get(right)[1] : 1;
      }
      entropy += rule.probability * ruleEntropy;
      length += rule.probability * ruleLength;
    }
    return new double[] {entropy, length};
  }
}
