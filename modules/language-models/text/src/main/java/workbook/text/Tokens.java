package workbook.text;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// A text of your own in the tokens of three tokenizers, all learned from the names of Unicode's
/// characters.
@Command(
    name = "text/tokens",
    description = "A text of your own, cut into tokens by three tokenizers.")
public final class Tokens implements Example {

  @Parameters(
      paramLabel = "WORD",
      arity = "1..*",
      description = "The text, for instance: GREEK SMALL LETTER LAMBDA")
  private List<String> words;

  static void main(String[] args) {
    Example.main(new Tokens(), args);
  }

  @Override
  public int run(PrintStream out) {
    String text = String.join(" ", words);
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
    out.printf("%s: %d tokens, from a vocabulary of %d%n", name, tokens.length, tokenizer.size());
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
