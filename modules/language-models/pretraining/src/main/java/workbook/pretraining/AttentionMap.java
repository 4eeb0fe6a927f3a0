package workbook.pretraining;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.autograd.Tape;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// Where each head of a pretrained decoder looks from the last word before a verb; and beside it
/// what is lost without the head.
@Command(
    name = "pretraining/attention-map",
    description =
        "See where each head looks before a verb is written, and what is lost without it.")
public final class AttentionMap implements Example {

  static final String BEGINNING = "the cats that the bird sees";

  private static final int SENTENCES = 2000;
  private static final int TESTED = 200;

  @Parameters(
      paramLabel = "BEGINNING",
      arity = "0..1",
      description = "Of a sentence, up to a verb; '${DEFAULT-VALUE}' if none is given.")
  private String beginning = BEGINNING;

  static void main(String[] args) {
    Example.main(new AttentionMap(), args);
  }

  /// Sentences in which the nearest noun before the main verb misleads.
  static List<int[]> misleading(int sentences, int most) {
    return Sentences.of(0, 0, sentences, 1).originals().stream()
        .filter(AttentionMap::misleads)
        .limit(most)
        .toList();
  }

  private static boolean misleads(int... sentence) {
    int verb = Language.mainVerb(sentence);
    int noun = verb - 1;
    while (!Language.isNoun(sentence[noun])) {
      noun--;
    }
    return Language.word(sentence[noun]).many() != Language.word(sentence[verb]).many();
  }

  @Override
  public int run(PrintStream out) {
    int[] tokens = checked();
    Heads heads = new Heads(SmallReader.read(Reader.Kind.DECODER), new Tape(FloatKernels.best()));
    List<int[]> test = misleading(SENTENCES, TESTED);
    int[] verbs = test.stream().mapToInt(Language::mainVerb).toArray();
    List<float[][]> maps = heads.weights(tokens);
    out.printf(
        "%% of its attention that each head gives from the last word; then without the head:%n");
    out.printf(
        "P(many), that the next verb is for many; right, in %d other sentences%n%n", test.size());
    String words = words(tokens);
    out.printf("%-6s%s%9s%8s%n", "head", words, "P(many)", "right");
    out.printf("%-6s%s%s%n", "all", " ".repeat(words.length()), effect(heads, test, verbs, tokens));
    for (int i = 0; i < maps.size(); i++) {
      Heads.Head head = heads.all().get(i);
      StringBuilder effect = new StringBuilder();
      heads.without(head, () -> effect.append(effect(heads, test, verbs, tokens)));
      String name = "%d.%d".formatted(head.layer() + 1, head.index() + 1);
      out.printf("%-6s%s%s%n", name, shares(tokens, maps.get(i)[tokens.length - 1]), effect);
    }
    return 0;
  }

  private int[] checked() {
    int[] tokens = Language.encode(beginning);
    if (tokens.length >= Language.LONGEST) {
      throw new IllegalArgumentException(
          "BEGINNING must have %d words at most, and had %d"
              .formatted(Language.LONGEST - 2, tokens.length - 1));
    }
    return tokens;
  }

  private static String effect(Heads heads, List<int[]> test, int[] verbs, int... tokens) {
    return String.format(
        Locale.ROOT, "%9.2f%6.0f %%", heads.many(tokens), 100 * heads.right(test, verbs));
  }

  private static String words(int... tokens) {
    StringBuilder words = new StringBuilder();
    for (int token : tokens) {
      words.append(" %5s".formatted(Language.show(token)));
    }
    return words.toString();
  }

  private static String shares(int[] tokens, float... row) {
    StringBuilder shares = new StringBuilder();
    for (int i = 0; i < tokens.length; i++) {
      int width = Math.max(5, Language.show(tokens[i]).length());
      shares.append(String.format(Locale.ROOT, " %" + width + ".0f", 100 * row[i]));
    }
    return shares.toString();
  }
}
