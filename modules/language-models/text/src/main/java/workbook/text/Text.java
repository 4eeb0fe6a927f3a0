package workbook.text;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.lab.Example;

/// A text that models here are compared on, and what knowing next to nothing scores on it.
@Command(
    name = "text",
    description = "A text to compare language models on, and what the simplest ones score on it.")
public final class Text implements Example {

  @Mixin private CorpusOption text;

  static void main(String[] args) {
    Example.main(new Text(), args);
  }

  @Override
  public int run(PrintStream out) {
    Corpus corpus = text.corpus();
    out.printf(
        "%s: %d characters, %d of them different%n  %d to learn from, %d to be asked about%n",
        corpus.name(),
        corpus.length(),
        corpus.alphabet().size(),
        corpus.split(),
        corpus.length() - corpus.split());
    out.printf("  for instance: %s%n", beginning(secondLine(corpus.validationText()), 60));
    corpus.note().ifPresent(note -> out.println("note: " + note));
    out.printf("  %-26s %8s %8s %11s%n", "per character", "nats", "bits", "perplexity");
    double any = Math.log(corpus.alphabet().size());
    print(out, "all characters alike", new Score(any, 1));
    print(out, "how frequent each is", Score.of(new Frequencies(corpus), corpus));
    if (corpus.isGrammar()) {
      LanguageModel truth = new GrammarModel(Grammar.ENGLISH, corpus.alphabet());
      print(out, "the grammar itself", Score.of(truth, corpus));
      print(out, "its entropy, by the rules", new Score(Grammar.ENGLISH.entropyRate(), 1));
    }
    return 0;
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

  /// The first line may have been cut by the split.
  private static String secondLine(String text) {
    return text.lines().limit(2).reduce((_, second) -> second).orElse("");
  }

  /// As many characters as fit a terminal.
  private static String beginning(String line, int characters) {
    return line.codePoints()
        .limit(characters)
        .mapToObj(Character::toString)
        .map(Show::text)
        .collect(Collectors.joining())
        .strip();
  }
}
