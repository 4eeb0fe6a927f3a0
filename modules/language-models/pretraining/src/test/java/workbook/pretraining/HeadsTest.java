package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.autograd.Tape;
import workbook.kernels.FloatKernels;
import workbook.topictest.Committed;
import workbook.topictest.Printed;

@DisplayName("The heads of the pretrained decoder")
class HeadsTest {

  private static final int[] SENTENCE = Language.encode(AttentionMap.BEGINNING);

  private final Reader decoder = SmallReader.read(Reader.Kind.DECODER);
  private final Heads heads = new Heads(decoder, new Tape(FloatKernels.best()));

  @Test
  @DisplayName("share out all of their attention, from each place")
  void rows() {
    List<float[][]> maps = heads.weights(SENTENCE);
    assertThat(maps).hasSize(8);
    for (float[][] map : maps) {
      assertThat(map).hasDimensions(SENTENCE.length, SENTENCE.length);
      for (int i = 0; i < map.length; i++) {
        assertThat(sum(map[i])).isCloseTo(1, Offset.offset(1e-5));
        // A decoder's place sees nothing behind it.
        assertThat(sum(Arrays.copyOfRange(map[i], i + 1, map.length))).isZero();
      }
    }
  }

  private static double sum(float... row) {
    double sum = 0;
    for (float x : row) {
      sum += x;
    }
    return sum;
  }

  /// Without a block's four heads its attention adds its bias, whatever was read: where nothing is
  /// exchanged in either block, a place knows its own word only, and *that* follows one and many.
  @Test
  @DisplayName("are there again after they were knocked out; without all of them nothing is known")
  void without() {
    Map<String, float[]> before = new TreeMap<>();
    decoder.parameters().forEach((name, tensor) -> before.put(name, tensor.data().clone()));
    double one = heads.many(Language.encode("the cat"));
    double many = heads.many(Language.encode("the cats"));
    assertThat(one).isLessThan(0.1);
    assertThat(many).isGreaterThan(0.9);
    withoutAll(
        heads.all(),
        () ->
            assertThat(heads.many(Language.encode("the cat that")))
                .isEqualTo(heads.many(Language.encode("the cats that"))));
    decoder
        .parameters()
        .forEach((name, tensor) -> assertThat(tensor.data()).as(name).isEqualTo(before.get(name)));
  }

  private void withoutAll(List<Heads.Head> all, Runnable work) {
    if (all.isEmpty()) {
      work.run();
    } else {
      heads.without(all.getFirst(), () -> withoutAll(all.subList(1, all.size()), work));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "the cats sleep ., 3",
    "the cats that the bird sees sleep ., 7",
    "the cat that the birds that the fox hears see sleeps ., 11",
    "the cat sees the birds that sing ., 3"
  })
  @DisplayName("are tested on the verb of the first noun")
  void mainVerb(String sentence, int place) {
    assertThat(Language.mainVerb(Language.encode(sentence))).isEqualTo(place);
  }

  @Test
  @DisplayName("are tested on sentences that mislead: the nearest noun has the other number")
  void misleading() {
    assertThat(AttentionMap.misleading(500, 50))
        .isNotEmpty()
        .allMatch(Sentences::isForTest)
        .allMatch(sentence -> !NearestNoun.agrees(sentence));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  @DisplayName("refuse what the decoder cannot read, in one line")
  void refused(String beginning, String message) {
    AttentionMap example = new AttentionMap();
    assertThat(Printed.by(example, beginning)).isEqualTo(Printed.refusal(example, message));
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("the dragon", "there is no word 'dragon' in this language"),
        arguments("", "there is no word '' in this language"),
        arguments("the \u001b[31mcat", "there is no word '\\u001b[31mcat' in this language"),
        arguments(
            "the " + "old ".repeat(12) + "cat",
            "BEGINNING must have 12 words at most, and had 14"));
  }

  /// Each map has a cell for each pair of places.
  @Test
  @DisplayName("are drawn as the pages show them")
  void picture() throws IOException {
    for (String name : new String[] {"attention.svg", "attention.zh-CN.svg"}) {
      String svg = AttentionPicture.draw(heads.weights(SENTENCE), name.contains("zh"), SENTENCE);
      assertThat(svg.split("rx='4'", -1)).hasSize(1 + 8 * SENTENCE.length * SENTENCE.length);
      Committed.assertSame(Path.of("pictures", name), svg);
    }
  }

  /// From 240, 244, 248 for nothing to 30, 74, 148 for all.
  @Test
  @DisplayName("are the darker the more they look")
  void shades() {
    float[][] map = {{0, 1}, {1, 0}};
    int[] two = Language.encode("the");
    String svg = AttentionPicture.draw(List.of(map, map, map, map), false, two);
    assertThat(svg).contains("#f0f4f8").contains("#1e4a94");
    assertThat(Arrays.stream(svg.split("\n")).filter(line -> line.contains("#1e4a94"))).hasSize(8);
  }
}
