package workbook.text;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A text of your own in the tokens of three tokenizers, all learned from the names of Unicode's
/// characters.
///
/// `./workbook run text/tokens WORD…`
public final class Tokens {

  private Tokens() {}

  static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, or 2 if there is no text
  static int run(PrintStream out, PrintStream err, String... args) {
    if (args.length == 0) {
      err.println("text/tokens: give a text, for instance: GREEK SMALL LETTER LAMBDA");
      return 2;
    }
    String text = String.join(" ", args);
    String names = Corpus.unicodeNames().trainingText();
    print(out, "characters, the others in bytes", Characters.open(names), text);
    BytePairs pairs = BytePairTraining.train(names, 1000, BytePairs.GPT_2);
    print(out, "100 byte pairs", pairs.first(256 + 100), text);
    print(out, "1000 byte pairs", pairs, text);
    return 0;
  }

  private static void print(PrintStream out, String name, Tokenizer tokenizer, String text) {
    int[] tokens = tokenizer.encode(text);
    boolean back = tokenizer.decode(tokens).equals(text);
    out.printf("%s: %d tokens of %d%n", name, tokens.length, tokenizer.size());
    out.println("  " + shown(tokenizer, text));
    out.println(
        "  " + Arrays.stream(tokens).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
    out.println(
        back ? "  and back: the same" : "  and back: " + Show.text(tokenizer.decode(tokens)));
  }

  /// The tokens of a text, side by side.
  static String shown(Tokenizer tokenizer, String text) {
    return Arrays.stream(tokenizer.encode(text))
        .mapToObj(tokenizer::show)
        .collect(Collectors.joining("|"));
  }
}
