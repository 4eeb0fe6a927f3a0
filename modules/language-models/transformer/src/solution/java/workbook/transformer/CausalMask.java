package workbook.transformer;

/// Query i stands at place keys - queries + i: with a cache of earlier keys there are fewer queries
/// than keys. How far back a key lies is a difference of two places, which cannot overflow.
final class CausalMask {

  private CausalMask() {}

  static boolean[][] allowed(int queries, int keys, int window) {
    boolean[][] allowed = new boolean[queries][keys];
    for (int i = 0; i < queries; i++) {
      int place = keys - queries + i;
      for (int j = 0; j < keys; j++) {
        allowed[i][j] = j <= place && place - j < window;
      }
    }
    return allowed;
  }
}
