package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workbook.autograd.Tape;
import workbook.kernels.FloatKernels;
import workbook.topictest.Near;
import workbook.transformer.Config;
import workbook.transformer.Model;
import workbook.transformer.Style;

@DisplayName("A decoder with a cache")
class DecoderTest {

  private static final int LENGTH = 20;

  /// The transformer of the topic before computes all places anew; it was compared with PyTorch.
  @TestFactory
  @DisplayName("gives at every step the scores that come out without one")
  Stream<DynamicTest> same() {
    return Stream.of(Style.GPT2, Style.LLAMA, Models.ALIBI, Models.EXACT, Models.RELU)
        .flatMap(style ->
            Stream.of(4, 2, 1)
                .map(shared ->
                    DynamicTest.dynamicTest(
                        "%s, %s, 4 heads of queries, %d of keys"
                            .formatted(style.positions(), style.activation(), shared),
                        () -> assertSame(Models.config(style, shared)))));
  }

  private static void assertSame(Config config) {
    Model model = Models.random(config, 1);
    Decoder decoder = Models.decoder(model);
    KvCache cache = new KvCache(config, LENGTH, KvCache.Precision.FLOAT);
    int[] tokens = Models.tokens(LENGTH, 2);
    Tape tape = new Tape(FloatKernels.best());
    for (int length = 1; length <= LENGTH; length++) {
      tape.reset();
      float[] all = model.logits(tape, Arrays.copyOf(tokens, length), 1).data();
      Near.assertClose(
          "scores after %d tokens".formatted(length),
          Arrays.copyOfRange(all, all.length - config.vocabulary(), all.length),
          decoder.next(tokens[length - 1], cache),
          1e-5);
    }
  }

  /// Halves have 11 bits: each key and value is off by 2^-11 of itself at most.
  @Test
  @DisplayName("in half precision gives nearly the same")
  void halves() {
    Config config = Models.config(Style.LLAMA, 2);
    Decoder decoder = Models.decoder(Models.random(config, 1));
    KvCache floats = new KvCache(config, LENGTH, KvCache.Precision.FLOAT);
    KvCache halves = new KvCache(config, LENGTH, KvCache.Precision.HALF);
    boolean differed = false;
    for (int token : Models.tokens(LENGTH, 2)) {
      float[] expected = decoder.next(token, floats);
      float[] actual = decoder.next(token, halves);
      Near.assertClose("scores", expected, actual, 5e-3);
      differed |= !Arrays.equals(expected, actual);
    }
    assertThat(differed).as("whether halves made a difference").isTrue();
    assertThat(halves.bytes()).isEqualTo(floats.bytes() / 2);
  }

  /// A place takes 12 d² + 2 d² products in 2 layers of GPT-2's blocks (here the hidden layer is 24
  /// wide, so 2 · (4 · 16² + 2 · 16 · 24) = 3584), 2 d for each key in each layer, and 13 · 16 for
  /// the scores.
  @Test
  @DisplayName("takes products for the new place only, and for one look at each key")
  void products() {
    Config config = Models.config(Style.GPT2, 4);
    Decoder decoder = Models.decoder(Models.random(config, 1));
    KvCache cache = new KvCache(config, LENGTH, KvCache.Precision.FLOAT);
    for (int place = 0; place < LENGTH; place++) {
      long before = decoder.products();
      decoder.next(3, cache);
      assertThat(decoder.products() - before).isEqualTo(3584 + 2 * 2 * 16 * (place + 1) + 13 * 16);
    }
  }

  @Test
  @DisplayName("that is copied goes its own way")
  void copy() {
    Config config = Models.config(Style.LLAMA, 2);
    Decoder decoder = Models.decoder(Models.random(config, 1));
    for (KvCache.Precision precision : KvCache.Precision.values()) {
      KvCache one = new KvCache(config, LENGTH, precision);
      decoder.next(3, one);
      KvCache other = one.copy();
      KvCache again = one.copy();
      decoder.next(5, other);
      float[] expected = decoder.next(1, again);
      assertThat(decoder.next(1, one)).isEqualTo(expected);
      assertThat(other.length()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("refuses what is no token, and more places than there are")
  void refused() {
    Config config = new Config("small", Style.GPT2, 13, 2, 16, 1, 4, 4, 24);
    Decoder decoder = Models.decoder(Models.random(config, 1));
    KvCache cache = new KvCache(config, 3, KvCache.Precision.FLOAT);
    assertThatThrownBy(() -> decoder.next(13, cache))
        .hasMessage("there is no token 13, they are 0 to 12");
    assertThatThrownBy(() -> decoder.next(-1, cache))
        .hasMessage("there is no token -1, they are 0 to 12");
    decoder.next(0, cache);
    decoder.next(0, cache);
    assertThatThrownBy(() -> decoder.next(0, cache))
        .hasMessage("place 2, and positions were learned for 2");
    KvCache full = new KvCache(config, 1, KvCache.Precision.FLOAT);
    decoder.next(0, full);
    assertThatThrownBy(() -> decoder.next(0, full)).hasMessage("the cache has room for 1 places");
  }

  @Test
  @DisplayName("is not for an encoder, nor for norms behind the parts")
  void kinds() {
    for (Style style : new Style[] {Style.BERT, Style.GPT1}) {
      assertThatThrownBy(() -> Spec.of(Models.config(style, 4), 24))
          .hasMessage("small: only decoders with pre-norm are run here");
    }
  }
}
