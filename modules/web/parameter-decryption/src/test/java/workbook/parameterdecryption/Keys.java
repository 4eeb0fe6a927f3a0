package workbook.parameterdecryption;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Key pairs for all tests of this JVM: to make one takes as long as hundreds of logins. They are
/// half as long as the application's, and six times as fast; no test depends on that.
final class Keys {

  private static final List<ServerKey> MADE = new ArrayList<>();

  private Keys() {}

  /// The i-th.
  static synchronized ServerKey key(int i) {
    while (MADE.size() <= i) {
      MADE.add(ServerKey.generate(ServerKey.BITS / 2));
    }
    return MADE.get(i);
  }

  /// One after the other, and after the fifth the first again.
  static Supplier<ServerKey> inTurn() {
    return new Supplier<>() {
      private int next;

      @Override
      public synchronized ServerKey get() {
        return key(next++ % 5);
      }
    };
  }
}
