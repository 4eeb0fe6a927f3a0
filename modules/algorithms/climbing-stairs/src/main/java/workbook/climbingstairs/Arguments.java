package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What was asked for on the command line: `[N] [--steps 1,3,5] [--mod M] [--first F]`.
///
/// @param n the number of steps to climb
/// @param steps the sizes of the moves; `1..5` stands for `1,2,3,4,5`
/// @param modulus what the answer is to be divided by, to leave a remainder
/// @param first how many ways are to be listed
record Arguments(long n, Steps steps, Optional<BigInteger> modulus, int first) {

  private static final int LARGEST_STEP = 100;

  /// @throws IllegalArgumentException if the arguments are wrong, with a line that says which one
  ///   and what would be right
  static Arguments parse(long defaultN, String... arguments) {
    long n = defaultN;
    Steps steps = Steps.ONE_OR_TWO;
    Optional<BigInteger> modulus = Optional.empty();
    int first = 100;
    List<String> words = new ArrayList<>(List.of(arguments));
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      switch (word) {
        case "--steps" -> steps = steps(value(word, "1,3,5", words));
        case "--mod" ->
            modulus =
                Optional.of(integer(word, value(word, "1000000007", words), 1, Long.MAX_VALUE))
                    .map(BigInteger::valueOf);
        case "--first" -> first = (int) integer(word, value(word, "10", words), 1, 1_000_000);
        default -> {
          if (word.startsWith("--")) {
            throw new IllegalArgumentException(
                "there is no option %s; there are --steps, --mod and --first".formatted(word));
          }
          n = integer("the number of steps", word, 0, Long.MAX_VALUE);
        }
      }
    }
    return new Arguments(n, steps, modulus, first);
  }

  private static String value(String option, String example, List<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(
          "%s needs a value, for instance %s %s".formatted(option, option, example));
    }
    return words.removeFirst();
  }

  private static Steps steps(String text) {
    List<Integer> sizes = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("\\.\\.", 2);
      int from = (int) integer("a step", ends[0], 1, LARGEST_STEP);
      int to = ends.length == 1 ? from : (int) integer("a step", ends[1], from, LARGEST_STEP);
      IntStream.rangeClosed(from, to).forEach(sizes::add);
    }
    return new Steps(sizes);
  }

  private static long integer(String name, String text, long least, long most) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below, in the words of this program.
    }
    throw new IllegalArgumentException(
        "%s must be a whole number from %d to %d, and was '%s'".formatted(name, least, most, text));
  }
}
