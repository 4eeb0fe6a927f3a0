package workbook.text;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.lab.Example;

/// The model of frequencies again, of other tokens: the longer these are, the harder is each to
/// foretell, and the fewer there are.
@Command(
    name = "text/token-lengths",
    description = "What longer tokens do to the score, per token and per character.")
public final class TokenLengths implements Example {

  private static final int[] MERGES = {0, 100, 400, 1000};

  @Mixin private CorpusOption text;

  static void main(String[] args) {
    Example.main(new TokenLengths(), args);
  }

  @Override
  public int run(PrintStream out) {
    Corpus corpus = text.corpus();
    String training = corpus.trainingText();
    String validation = corpus.validationText();
    BytePairs longest =
        BytePairTraining.train(training, MERGES[MERGES.length - 1], BytePairs.GPT_2);
    out.printf("byte pairs learned from %s; frequencies of tokens%n", corpus.name());
    out.printf(
        "  %10s %20s %15s %19s%n",
        "vocabulary", "characters per token", "nats per token", "nats per character");
    for (int merges : MERGES) {
      BytePairs tokenizer = longest.first(Math.min(256 + merges, longest.size()));
      int[] learned = tokenizer.encode(training);
      int[] asked = tokenizer.encode(validation);
      LanguageModel model = new Frequencies(learned, learned.length, tokenizer.size());
      Score byToken = Score.of(model, asked, 0, asked.length);
      Score byCharacter = new Score(byToken.nats(), corpus.length() - corpus.split());
      out.printf(
          Locale.ROOT,
          "  %10d %20.2f %15.4f %19.4f%n",
          tokenizer.size(),
          (double) byCharacter.characters() / asked.length,
          byToken.natsPerCharacter(),
          byCharacter.natsPerCharacter());
    }
    String line = longestLine(validation);
    int shown = Math.min(34, line.codePointCount(0, line.length()));
    String beginning = line.substring(0, line.offsetByCodePoints(0, shown)).strip();
    out.printf("a line in the tokens of each vocabulary%n");
    for (int merges : MERGES) {
      BytePairs tokenizer = longest.first(Math.min(256 + merges, longest.size()));
      out.printf("  %10d  %s%n", tokenizer.size(), Tokens.shown(tokenizer, beginning));
    }
    return 0;
  }

  private static String longestLine(String text) {
    return text.lines().max(Comparator.comparingInt(String::length)).orElse("");
  }
}
