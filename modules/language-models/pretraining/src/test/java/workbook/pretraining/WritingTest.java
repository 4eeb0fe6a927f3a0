package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.text.Softmax;
import workbook.transformer.Config;
import workbook.transformer.Model;
import workbook.transformer.Style;

@DisplayName("Writing")
class WritingTest {

  private static final int SIZE = 5;

  private final Tape t = new Tape(FloatKernels.best());

  private static Writing writing(Reader.Kind kind) {
    return new Writing(kind.untrained(1), new Tape(FloatKernels.best()), new SplittableRandom(1));
  }

  @Test
  @DisplayName(
      "of a decoder keeps the beginning, and goes on to the full stop or the longest length")
  void next() {
    List<int[]> beginnings =
        List.of(
            Language.encode("the cat"),
            Language.encode("the cats that"),
            Language.encode("the cat sleeps ."));
    List<int[]> finished = writing(Reader.Kind.DECODER).next(beginnings);
    for (int i = 0; i < 3; i++) {
      int[] sentence = finished.get(i);
      assertThat(sentence).startsWith(beginnings.get(i)).hasSizeLessThanOrEqualTo(Language.LONGEST);
      assertThat(Arrays.stream(sentence).skip(1)).allMatch(token -> token >= Language.FIRST_WORD);
      boolean stopped = Language.show(sentence[sentence.length - 1]).equals(".");
      assertThat(stopped || sentence.length == Language.LONGEST).isTrue();
    }
    assertThat(finished.get(2)).isEqualTo(beginnings.get(2));
  }

  @Test
  @DisplayName("of an encoder finds a word for each hidden place, and changes nothing else")
  void fill() {
    List<int[]> hidden =
        List.of(hidden("the cat sleeps .", 2), hidden("the old cat sleeps .", 2, 3, 4, 5));
    for (List<int[]> filled :
        List.of(
            writing(Reader.Kind.ENCODER).fill(hidden),
            writing(Reader.Kind.ENCODER).fillAtOnce(hidden))) {
      for (int i = 0; i < 2; i++) {
        int[] before = hidden.get(i);
        int[] after = filled.get(i);
        assertThat(after).hasSameSizeAs(before);
        assertThat(IntStream.range(1, after.length))
            .allMatch(at -> after[at] >= Language.FIRST_WORD)
            .allMatch(at -> before[at] == Language.HIDDEN || before[at] == after[at]);
      }
    }
    assertThat(Language.decode(hidden.get(0))).isEqualTo("[CLS] the [MASK] sleeps .");
  }

  private static int[] hidden(String sentence, int... places) {
    int[] tokens = Language.encode(sentence);
    IntStream.of(places).forEach(place -> tokens[place] = Language.HIDDEN);
    return tokens;
  }

  private static <R extends Reader> R random(R reader) {
    SplittableRandom random = new SplittableRandom(3);
    reader.parameters().values().stream()
        .filter(tensor -> tensor.axes() == 2)
        .forEach(tensor -> Init.normal(tensor, 0.5, random));
    return reader;
  }

  private static Model model(Style style) {
    return new Model(new Config("small", style, SIZE, 4, 8, 2, 2, 2, 16));
  }

  private double probability(Reader reader, int[] read, int place, int token) {
    t.reset();
    Tensor logits =
        t.withoutGradients(() -> reader.logits(t, reader.read(t, Rows.of(List.of(read))), place));
    return Softmax.of(logits.data(), 0, SIZE)[token];
  }

  /// The texts of three tokens behind a first one.
  private static List<int[]> texts() {
    return IntStream.range(0, SIZE * SIZE * SIZE)
        .mapToObj(i -> new int[] {2, i / (SIZE * SIZE), i / SIZE % SIZE, i % SIZE})
        .toList();
  }

  /// The chain rule: each factor sums to 1 over its token.
  @Test
  @DisplayName("a decoder's probabilities of all texts of a length add up to 1")
  void decoder() {
    Decoder decoder = random(new Decoder(model(Style.GPT1)));
    double sum = 0;
    for (int[] text : texts()) {
      double p = 1;
      for (int place = 1; place < text.length; place++) {
        p *= probability(decoder, text, place - 1, text[place]);
      }
      sum += p;
    }
    assertThat(sum).isCloseTo(1, Offset.offset(1e-9));
  }

  private static int[] hide(int[] text, int place) {
    int[] hidden = text.clone();
    hidden[place] = Language.HIDDEN;
    return hidden;
  }

  /// The probability of each word given all others is no factor of the chain rule.
  @Test
  @DisplayName("an encoder's do not: it has no probability for a text")
  void encoder() {
    Encoder encoder =
        random(new Encoder(model(Style.BERT), Hidden.Fate.BERT, new SplittableRandom(1)));
    double sum = 0;
    for (int[] text : texts()) {
      double p = 1;
      for (int place = 1; place < text.length; place++) {
        p *= probability(encoder, hide(text, place), place, text[place]);
      }
      sum += p;
    }
    assertThat(Math.abs(sum - 1)).isGreaterThan(1e-4);
  }
}
