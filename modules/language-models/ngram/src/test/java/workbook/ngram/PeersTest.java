package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Peer;

@Tag("peers")
@DisplayName("Programs that nobody here wrote give the same probabilities")
class PeersTest {

  private static final Path IRSTLM = Path.of("/usr/lib/irstlm/bin/compile-lm");
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final int SYMBOLS = 6;
  private static final List<String> WORDS =
      IntStream.range(0, SYMBOLS).mapToObj(symbol -> "w" + symbol).toList();

  @TempDir Path folder;

  @Test
  @DisplayName("IRSTLM reads our ARPA files: the same sum of logarithms over 2,000 words")
  void irstlm() throws IOException {
    assertThat(IRSTLM).as("sudo apt-get install irstlm").isExecutable();
    Random random = new Random(20);
    int[] text = RandomText.symbols(random, 4_000, SYMBOLS);
    Counts counts = Counts.of(text, 0, 2_000, SYMBOLS, 4);
    Map<String, Backoff> models =
        Map.of(
            "absolute", Backoff.absolute(counts),
            "witten-bell", Backoff.of(Interpolated.wittenBell(counts)),
            "kneser-ney", Backoff.of(Interpolated.kneserNey(counts)),
            "modified", Backoff.of(Interpolated.modifiedKneserNey(counts)));
    int[] asked = Arrays.copyOfRange(text, 2_000, 4_000);
    Path words = Files.writeString(folder.resolve("asked.txt"), words(asked) + "\n");
    for (var model : models.entrySet()) {
      Path file = folder.resolve(model.getKey() + ".arpa");
      try (Writer writer = Files.newBufferedWriter(file)) {
        Arpa.write(model.getValue(), WORDS, writer);
      }
      double ours = 0;
      for (int i = 0; i < asked.length; i++) {
        ours += model.getValue().log10(asked, i, asked[i]);
      }
      // They print two decimals of a sum of some -1,200.
      assertThat(irstlm(file, words)).as(model.getKey()).isEqualTo(ours, within(.02));
    }
  }

  private static double irstlm(Path arpa, Path words) {
    String printed =
        Peer.output(
            List.of(IRSTLM.toString(), arpa.toString(), "--eval=" + words, "--debug=1"), "");
    Matcher sum = Pattern.compile("logPr=(-?[0-9.]+)").matcher(printed);
    assertThat(sum.find()).as("logPr= in what compile-lm printed: %s", printed).isTrue();
    return Double.parseDouble(sum.group(1));
  }

  @Test
  @DisplayName(
      "NLTK: maximum likelihood, Laplace, Lidstone, Witten-Bell and Kneser-Ney, at 300 places")
  void nltk() {
    int[] learned = RandomText.symbols(new Random(21), 120, SYMBOLS);
    Counts counts = Counts.of(learned, 0, learned.length, SYMBOLS, 3);
    List<NgramModel> ours =
        List.of(
            new MaximumLikelihood(counts),
            new Additive(counts, 1),
            new Additive(counts, .1),
            new Interpolated(counts, new WittenBell(), false),
            new Interpolated(counts.continuations(), Discounting.absolute(.1, 3), false));
    StringBuilder asked = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    Random random = new Random(22);
    for (int i = 0; i < 300; i++) {
      int at = random.nextInt(learned.length - 1);
      int[] context = {learned[at], learned[at + 1]};
      int symbol = random.nextInt(SYMBOLS);
      asked.append("%d %d %d\n".formatted(context[0], context[1], symbol));
      for (NgramModel model : ours) {
        expected.append(model.probability(context, 2, symbol)).append(' ');
      }
    }
    String program =
        """
        import sys
        from nltk.lm import MLE, Laplace, Lidstone, WittenBellInterpolated, KneserNeyInterpolated
        from nltk.lm import Vocabulary
        from nltk.util import everygrams
        words = '%s'.split()
        models = []
        for make in (MLE, Laplace, lambda n, vocabulary: Lidstone(.1, n, vocabulary),
                     WittenBellInterpolated, KneserNeyInterpolated):
            # Without <UNK>, which is no symbol of ours.
            vocabulary = Vocabulary(sorted(set('%s'.split()) - {'5'}), unk_cutoff=1, unk_label='5')
            model = make(3, vocabulary=vocabulary)
            model.fit([list(everygrams(words, max_len=3))])
            models.append(model)
        for line in sys.stdin:
            a, b, word = line.split()
            print(*(model.score(word, (a, b)) for model in models))
        """
            .formatted(numbers(learned), numbers(IntStream.range(0, SYMBOLS).toArray()));
    double[] theirs = doubles(Peer.output(List.of(python(), "-c", program), asked.toString()));
    assertThat(theirs).containsExactly(doubles(expected.toString()), within(1e-9));
  }

  private static String python() {
    String found =
        Peer.output(
            List.of(
                PYTHON.toString(),
                "-c",
                "import importlib.util; print(importlib.util.find_spec('nltk') is not None)"),
            "");
    assertThat(found.strip()).as("sudo apt-get install python3-nltk").isEqualTo("True");
    return PYTHON.toString();
  }

  private static String words(int[] symbols) {
    return Arrays.stream(symbols).mapToObj(WORDS::get).collect(Collectors.joining(" "));
  }

  private static String numbers(int[] symbols) {
    return Arrays.stream(symbols).mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }

  private static double[] doubles(String numbers) {
    return Arrays.stream(numbers.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
  }
}
