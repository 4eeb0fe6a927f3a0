package workbook.text;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The texts that models here are compared on, what knowing next to nothing scores on them, and
/// what other tokens than characters change.
///
/// `./workbook run text [--text FILE]`
public final class Text {

  private static final int[] MERGES = {0, 100, 400, 1000};

  private Text() {}

  static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, or 2 if the arguments are wrong
  static int run(PrintStream out, PrintStream err, String... args) {
    try {
      List<Corpus> corpora = corpora(args);
      for (Corpus corpus : corpora) {
        printCorpus(out, corpus);
      }
      printTokens(out, corpora.getFirst());
      return 0;
    } catch (IllegalArgumentException e) {
      err.println("text: " + e.getMessage());
      return 2;
    }
  }

  private static List<Corpus> corpora(String... args) {
    if (args.length == 0) {
      return List.of(Corpus.unicodeNames(), Corpus.grammar());
    }
    if (args.length == 2 && args[0].equals("--text")) {
      return List.of(Corpus.file(Path.of(args[1])));
    }
    throw new IllegalArgumentException(
        "the only option is --text FILE, and there was: " + String.join(" ", args));
  }

  private static void printCorpus(PrintStream out, Corpus corpus) {
    out.printf(
        "%s: %d characters, %d of them different%n  %d to learn from, %d to be asked about%n",
        corpus.name(),
        corpus.length(),
        corpus.alphabet().size(),
        corpus.split(),
        corpus.length() - corpus.split());
    out.printf("  for instance: %s%n", beginning(secondLine(corpus.validationText()), 60));
    corpus.note().ifPresent(note -> out.println("note: " + note));
    out.printf("  %-26s %8s %8s %11s%n", "model", "nats", "bits", "perplexity");
    double any = Math.log(corpus.alphabet().size());
    print(out, "all characters alike", new Score(any, 1));
    print(out, "how frequent each is", Score.of(new Frequencies(corpus), corpus));
    if (corpus.name().equals("grammar")) {
      LanguageModel truth = new GrammarModel(Grammar.ENGLISH, corpus.alphabet());
      print(out, "the grammar itself", Score.of(truth, corpus));
      print(out, "its entropy, by the rules", new Score(Grammar.ENGLISH.entropyRate(), 1));
    }
    out.println();
  }

  private static void print(PrintStream out, String model, Score score) {
    out.printf(
        Locale.ROOT,
        "  %-26s %8.4f %8.4f %11.3f%n",
        model,
        score.natsPerCharacter(),
        score.bitsPerCharacter(),
        score.perplexity());
  }

  /// The model of frequencies again, of other tokens: the longer these are, the harder is each to
  /// foretell, and the fewer there are.
  private static void printTokens(PrintStream out, Corpus corpus) {
    String training = corpus.trainingText();
    String validation = corpus.validationText();
    BytePairs longest =
        BytePairTraining.train(training, MERGES[MERGES.length - 1], BytePairs.GPT_2);
    out.printf("byte pairs learned from %s; frequencies of tokens%n", corpus.name());
    out.printf(
        "  %6s %17s %12s %16s%n", "tokens", "characters each", "nats a token", "nats a character");
    for (int merges : MERGES) {
      BytePairs tokenizer = longest.first(Math.min(256 + merges, longest.size()));
      int[] learned = tokenizer.encode(training);
      int[] asked = tokenizer.encode(validation);
      LanguageModel model = new Frequencies(learned, learned.length, tokenizer.size());
      Score byToken = Score.of(model, asked, 0, asked.length);
      Score byCharacter = new Score(byToken.nats(), corpus.length() - corpus.split());
      out.printf(
          Locale.ROOT,
          "  %6d %17.2f %12.4f %16.4f%n",
          tokenizer.size(),
          (double) byCharacter.characters() / asked.length,
          byToken.natsPerCharacter(),
          byCharacter.natsPerCharacter());
    }
    String line = beginning(longestLine(validation), 34);
    out.printf("%nwith so many tokens a line becomes%n");
    for (int merges : MERGES) {
      BytePairs tokenizer = longest.first(Math.min(256 + merges, longest.size()));
      out.printf("  %6d  %s%n", tokenizer.size(), Tokens.shown(tokenizer, line));
    }
  }

  /// The first line may have been cut by the split.
  private static String secondLine(String text) {
    List<String> lines = text.lines().limit(2).toList();
    return lines.getLast();
  }

  private static String longestLine(String text) {
    return text.lines().max(Comparator.comparingInt(String::length)).orElseThrow();
  }

  /// As many characters as fit a terminal.
  private static String beginning(String line, int characters) {
    return line.codePoints()
        .limit(characters)
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .strip();
  }
}
