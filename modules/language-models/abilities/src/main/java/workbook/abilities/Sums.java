package workbook.abilities;

import java.util.Locale;
import java.util.SplittableRandom;

/// Sums of two numbers of 8 digits, as texts that a model learns from: `12345678+87654321:` and
/// what comes behind. The alphabet has a token for each character.
///
/// Of such pairs there are 8.1 · 10¹⁵, so a pair that is asked about was never trained on.
enum Sums {
  /// The sum: `99999999.`
  ALONE,
  /// The sum, lowest digit first, so that each digit needs the carry of those before it only.
  REVERSED,
  /// A call, whose answer is masked: `[12345678+87654321=99999999].`
  CALL,
  /// The same, with the answer learned as if the model had to write it.
  UNMASKED;

  static final String ALPHABET = "0123456789+:[=].";
  static final int LEAST = 10_000_000;
  static final int MOST = 99_999_999;

  /// Places of the longest text.
  static final int PLACES = 64;

  /// What a model is asked.
  record Pair(int a, int b) {
    static Pair random(SplittableRandom random) {
      return new Pair(random.nextInt(LEAST, MOST + 1), random.nextInt(LEAST, MOST + 1));
    }

    String prompt() {
      return a + "+" + b + ":";
    }

    String sum() {
      return String.valueOf(a + b);
    }
  }

  String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether what it learns to write is a call.
  boolean calls() {
    return this == CALL || this == UNMASKED;
  }

  /// How long it is trained: four times as long where it has to find the sum itself.
  int steps() {
    return calls() ? 400 : 1600;
  }

  /// What stands behind the prompt.
  String answer(Pair pair) {
    return switch (this) {
      case ALONE -> pair.sum() + ".";
      case REVERSED -> new StringBuilder(pair.sum()).reverse() + ".";
      case CALL, UNMASKED -> "[" + pair.a() + "+" + pair.b() + "=" + pair.sum() + "].";
    };
  }

  /// The whole, of which the prompt does not count, nor, if it is masked, the tool's answer.
  Learned.Row row(Pair pair) {
    String text = pair.prompt() + answer(pair);
    int[] tokens = tokens(text);
    boolean[] counts = new boolean[tokens.length];
    int stop = text.indexOf('=');
    int end = text.indexOf(']') + 1;
    for (int i = pair.prompt().length(); i < counts.length; i++) {
      counts[i] = this != CALL || i <= stop || i >= end;
    }
    return new Learned.Row(tokens, counts);
  }

  static int[] tokens(String text) {
    return text.chars().map(ALPHABET::indexOf).toArray();
  }
}
