package workbook.transformer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Several feed-forward networks, of which each place uses the `chosen` that a router scores
/// highest, weighted by a softmax over these (a mixture of experts, as in Mixtral). Of many
/// parameters, each place computes with a few.
///
/// @param router a row for each expert
public record Experts(Linear router, List<FeedForward> experts, int chosen) implements FeedForward {

  /// @throws IllegalArgumentException if more are chosen than there are, or none
  public Experts {
    if (chosen < 1 || chosen > experts.size()) {
      throw new IllegalArgumentException(
          "of %d experts %d cannot be chosen".formatted(experts.size(), chosen));
    }
  }

  @Override
  public Tensor apply(Tape t, Tensor x) {
    int width = x.size(x.axes() - 1);
    Tensor rows = t.reshape(x, x.size() / width, width);
    Tensor gates = gates(t, router.apply(t, rows));
    Tensor sum = null;
    for (int expert = 0; expert < experts.size(); expert++) {
      int[] used = used(gates, expert);
      if (used.length > 0) {
        Tensor part = experts.get(expert).apply(t, t.embedding(rows, used));
        Tensor placed = placed(t, part, gates, used, expert);
        sum = sum == null ? placed : t.add(sum, placed);
      }
    }
    return t.reshape(sum, x.shape());
  }

  /// Top-k routing is a mask on a softmax: 0 for the experts that are not among the highest. Of
  /// equal scores the first counts.
  ///
  /// @param logits `[rows, experts]`
  Tensor gates(Tape t, Tensor logits) {
    int n = logits.size(1);
    float[] scores = logits.data();
    return MaskedSoftmax.apply(
        t,
        logits,
        (row, expert) -> {
          float own = scores[row * n + expert];
          long better =
              IntStream.range(0, n)
                  .filter(
                      i -> scores[row * n + i] > own || (scores[row * n + i] == own && i < expert))
                  .count();
          return better < chosen;
        });
  }

  /// The loss that keeps all experts busy (Fedus and others, 2021): experts · Σ f · P, with the
  /// share f of rows whose first choice an expert is, and the mean P of its probabilities. It is 1
  /// if all are used alike. f has no gradient; P has.
  static Tensor balance(Tape t, Tensor logits) {
    int n = logits.size(1);
    int rows = logits.size(0);
    float[] share = new float[n];
    for (int row = 0; row < rows; row++) {
      int best = row * n;
      for (int i = row * n; i < row * n + n; i++) {
        best = logits.data()[i] > logits.data()[best] ? i : best;
      }
      share[best - row * n] += 1f / rows;
    }
    Tensor mean = t.mean(t.softmax(logits), 0);
    return t.scale(t.sum(t.mul(mean, Tensor.constant(share, n))), n);
  }

  private static int[] used(Tensor gates, int expert) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < gates.size(0); row++) {
      if (gates.data()[row * gates.size(1) + expert] > 0) {
        rows.add(row);
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The rows of an expert times their gates, where they belong; 0 elsewhere.
  private static Tensor placed(Tape t, Tensor part, Tensor gates, int[] used, int expert) {
    int n = gates.size(1);
    int width = part.size(1);
    Tensor y = t.output("placed", new int[] {gates.size(0), width}, part, gates);
    for (int i = 0; i < used.length; i++) {
      float gate = gates.data()[used[i] * n + expert];
      for (int j = 0; j < width; j++) {
        y.data()[used[i] * width + j] = gate * part.data()[i * width + j];
      }
    }
    int[] rows = Arrays.copyOf(used, used.length);
    y.onBackward(() -> {
      for (int i = 0; i < rows.length; i++) {
        int gate = rows[i] * n + expert;
        for (int j = 0; j < width; j++) {
          float dy = y.gradient()[rows[i] * width + j];
          if (part.hasGradient()) {
            part.gradient()[i * width + j] += dy * gates.data()[gate];
          }
          if (gates.hasGradient()) {
            gates.gradient()[gate] += dy * part.data()[i * width + j];
          }
        }
      }
    });
    return y;
  }
}
