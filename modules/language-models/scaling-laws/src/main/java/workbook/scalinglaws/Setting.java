package workbook.scalinglaws;

import java.util.ArrayList;
import java.util.List;

/// One training: how large the network is, how many symbols it reads, and from which random
/// numbers.
///
/// @param width of the hidden layers
/// @param tokens how many pairs of a context and a symbol, a multiple of the batch
record Setting(int width, int tokens, long seed) {

  static final List<Integer> WIDTHS = List.of(8, 16, 32, 64, 128, 256);
  static final List<Integer> TOKENS = List.of(1 << 14, 1 << 16, 1 << 18, 1 << 20);

  /// Of equal compute, in floating-point operations.
  static final List<Double> BUDGETS = List.of(1.5e8, 6e8, 2.4e9, 9.6e9);

  private static final List<Integer> MORE_WIDTHS =
      List.of(8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256);

  private static final int FEWEST_TOKENS = 12_000;
  private static final int MOST_TOKENS = 1 << 21;

  /// Every width with every number of tokens.
  static List<Setting> ladder(long seed) {
    List<Setting> ladder = new ArrayList<>();
    for (int tokens : TOKENS) {
      for (int width : WIDTHS) {
        ladder.add(new Setting(width, tokens, seed));
      }
    }
    return ladder;
  }

  /// Networks of different widths that take the same compute. Those are left out whose run would be
  /// little more than its warm-up, or too long.
  static List<Setting> ofBudget(double flops, long seed) {
    return MORE_WIDTHS.stream()
        .map(width -> new Setting(width, tokens(flops, width), seed))
        .filter(setting -> setting.tokens >= FEWEST_TOKENS && setting.tokens <= MOST_TOKENS)
        .toList();
  }

  private static int tokens(double flops, int width) {
    double tokens = flops / (6.0 * Network.parameters(width));
    return (int) Math.min(Integer.MAX_VALUE / 2, Math.round(tokens / NetworkRun.BATCH))
        * NetworkRun.BATCH;
  }

  /// As its line in a file begins: `8,16384,1`.
  String name() {
    return width + "," + tokens + "," + seed;
  }

  /// N in the laws. There is no embedding that could be counted or not.
  int parameters() {
    return Network.parameters(width);
  }

  /// C = 6ND: two operations for each parameter and token on the way there, four on the way back.
  double flops() {
    return 6.0 * parameters() * tokens;
  }

  int steps() {
    return tokens / NetworkRun.BATCH;
  }

  /// The learning rate, which has to fall with the width and with the length of the run. One rate
  /// for all would be a handicap for some of them, and the law would be fitted to the handicaps.
  double rate() {
    return 1e-2
        * StrictMath.sqrt(32.0 / Math.max(32, width))
        * StrictMath.pow((1 << 18) / (double) tokens, .4);
  }
}
