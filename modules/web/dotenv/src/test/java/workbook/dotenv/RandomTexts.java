package workbook.dotenv;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// Texts that nobody would write, from the pieces that mean something to a reader of .env files.
final class RandomTexts {

  static final long SEED = 20261127;

  private static final List<String> LINES =
      List.of(
          "A",
          "B",
          "=",
          "=",
          "=",
          "'",
          "\"",
          "`",
          "#",
          " ",
          "\t",
          "\n",
          "\n",
          "\r\n",
          "\r",
          "\\",
          "\\n",
          "\\r",
          "export ",
          ": ",
          "x",
          "a b",
          "A=",
          "\nB=",
          "C=1\n",
          ".",
          "-",
          "é",
          "{\"k\":1}");

  private static final List<String> VALUES =
      List.of(
          "$A",
          "$B",
          "${A}",
          "${B:-d}",
          "${C-d}",
          "${A:+y}",
          "${B+y}",
          "${C:-${A}}",
          "${C:-${Q:-z}}",
          "\\$A",
          "$",
          "$$",
          "x",
          "y",
          "-",
          "{",
          "}",
          "$1",
          "$nullB",
          "$S",
          "${S:-d}",
          "$Q");

  private RandomTexts() {}

  private static RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  }

  /// Node 20 reads before the beginning of a name of blanks alone: such texts are left out.
  static Stream<String> lines() {
    RandomGenerator random = random();
    return Stream.generate(() -> joined(LINES, 1 + random.nextInt(14), random))
        .filter(text -> !text.replace("\r", "").matches("(?s)(.*\n)?(export)? +(=.*)?"));
  }

  /// Assignments to A, B, C and D, in any order, whose values refer to each other.
  static Stream<String> assignments() {
    RandomGenerator random = random();
    return Stream.generate(() -> {
      StringBuilder text = new StringBuilder();
      for (int line = 1 + random.nextInt(4); line > 0; line--) {
        text.append("ABCD".charAt(random.nextInt(4)))
            .append('=')
            .append(joined(VALUES, random.nextInt(4), random))
            .append('\n');
      }
      return text.toString();
    });
  }

  private static String joined(List<String> pieces, int count, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }
}
