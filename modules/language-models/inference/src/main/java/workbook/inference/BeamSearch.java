package workbook.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Keeps several beginnings of a text, each step the best: what looks worse at first may end
/// better.
///
/// @param width how many beginnings are kept
/// @param length how many tokens are written at most
/// @param end a token after which nothing is written, or -1
/// @param penalty the power of the length that a sum of logarithms is divided by: 0 for the sum
///   itself, which favours short texts, 1 for the mean
public record BeamSearch(int width, int length, int end, double penalty) {

  /// A text that was found.
  ///
  /// @param tokens without the prompt
  /// @param log the natural logarithm of its probability
  /// @param score what texts are compared by
  public record Found(List<Integer> tokens, double log, double score) {}

  private record Beam(Continuation text, List<Integer> tokens, double log) {}

  /// One beginning and one token more.
  private record Step(Beam from, int token, double log) {}

  /// @throws IllegalArgumentException if there is nothing to keep, or nothing to write
  public BeamSearch {
    if (width < 1 || length < 1) {
      throw new IllegalArgumentException(
          "wants a width and a length of 1 or more, and got %d and %d".formatted(width, length));
    }
  }

  /// The best texts, `width` at most, the best first.
  ///
  /// As in Hugging Face's `generate`, a text ends if that step is among the best `width`, and
  /// leaves its place to another; the prompt does not count as length. Of equal texts the one of
  /// the better beginning comes first, then the one with the lower token.
  public List<Found> search(Continuation prompt) {
    List<Found> found = new ArrayList<>();
    List<Beam> beams = List.of(new Beam(prompt, List.of(), 0));
    for (int step = 1; step <= length && !beams.isEmpty(); step++) {
      List<Beam> next = new ArrayList<>();
      int rank = 0;
      int going = 0;
      for (Step best : best(beams)) {
        List<Integer> tokens = with(best.from.tokens, best.token);
        boolean ends = best.token == end;
        boolean kept = ends ? rank < width : going < width;
        if (kept && (ends || step == length)) {
          found.add(new Found(tokens, best.log, score(best.log, step)));
        } else if (kept) {
          next.add(new Beam(best.from.text.after(best.token), tokens, best.log));
        }
        going += ends ? 0 : 1;
        rank++;
      }
      beams = next;
    }
    return found.stream()
        .sorted(Comparator.comparingDouble((Found text) -> -text.score))
        .limit(width)
        .toList();
  }

  /// Twice as many as are kept: half of them may end here.
  private List<Step> best(List<Beam> beams) {
    return beams.stream()
        .flatMap(beam -> steps(beam).stream())
        .sorted(Comparator.comparingDouble((Step step) -> -step.log))
        .limit(2L * width)
        .toList();
  }

  /// Logarithms are added: the product of many probabilities would become 0.
  private static List<Step> steps(Beam beam) {
    double[] logs = beam.text.logs();
    List<Step> steps = new ArrayList<>();
    for (int token = 0; token < logs.length; token++) {
      steps.add(new Step(beam, token, beam.log + logs[token]));
    }
    return steps;
  }

  private double score(double log, int tokens) {
    return log / StrictMath.pow(tokens, penalty);
  }

  private static List<Integer> with(List<Integer> tokens, int token) {
    List<Integer> longer = new ArrayList<>(tokens);
    longer.add(token);
    return List.copyOf(longer);
  }
}
