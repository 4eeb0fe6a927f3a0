package workbook.text;

import java.util.Map;
import java.util.TreeMap;

/// The best model of a grammar's text: one that knows the grammar. It keeps every way in which the
/// sentence so far may have been made, each as the symbols that are still to come, with its
/// probability.
public final class GrammarModel implements LanguageModel {

  private final Grammar grammar;
  private final Characters alphabet;

  /// @param alphabet must hold every character of the grammar
  public GrammarModel(Grammar grammar, Characters alphabet) {
    this.grammar = grammar;
    this.alphabet = alphabet;
  }

  @Override
  public int symbols() {
    return alphabet.size();
  }

  @Override
  public double[] next(int[] text, int length) {
    return probabilities(after(text, length));
  }

  @Override
  public double[] logProbabilities(int[] text, int from, int to) {
    double[] logs = new double[to - from];
    Map<String, Double> toCome = after(text, from);
    for (int i = from; i < to; i++) {
      logs[i - from] = Math.log(probabilities(toCome)[text[i]]);
      toCome = after(toCome, character(text[i]));
    }
    return logs;
  }

  /// What may come after a text. A sentence ends with its line, and what was before it tells
  /// nothing.
  private Map<String, Double> after(int[] text, int length) {
    int start = length;
    while (start > 0 && character(text[start - 1]) != '\n') {
      start--;
    }
    Map<String, Double> toCome = expanded("S", 1, new TreeMap<>());
    for (int i = start; i < length; i++) {
      toCome = after(toCome, character(text[i]));
    }
    return toCome;
  }

  private char character(int symbol) {
    return alphabet.decode(symbol).charAt(0);
  }

  private double[] probabilities(Map<String, Double> toCome) {
    double[] probabilities = new double[symbols()];
    toCome.forEach((symbols, p) -> probabilities[alphabet.encode(symbols.substring(0, 1))[0]] += p);
    return probabilities;
  }

  /// What may come after one character more: the ways that began with it.
  private Map<String, Double> after(Map<String, Double> toCome, char character) {
    Map<String, Double> after = new TreeMap<>();
    double sum = 0;
    for (var way : toCome.entrySet()) {
      if (way.getKey().charAt(0) == character) {
        sum += way.getValue();
      }
    }
    for (var way : toCome.entrySet()) {
      if (way.getKey().charAt(0) == character) {
        String rest = way.getKey().substring(1);
        expanded(rest.isEmpty() ? "S" : rest, way.getValue() / sum, after);
      }
    }
    if (after.isEmpty()) {
      throw new IllegalArgumentException(
          "%s cannot be the next character of a sentence".formatted(Show.named(character)));
    }
    return after;
  }

  /// Replaces the first symbol by its rules until it is a character.
  private Map<String, Double> expanded(String symbols, double p, Map<String, Double> into) {
    char first = symbols.charAt(0);
    if (Grammar.stands(first)) {
      for (Grammar.Rule rule : grammar.rules(first)) {
        expanded(rule.right() + symbols.substring(1), p * rule.probability(), into);
      }
    } else {
      into.merge(symbols, p, Double::sum);
    }
    return into;
  }
}
