package workbook.embeddings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// A text in which it is known what each word means, so that what a model finds can be right or
/// wrong.
///
/// A **thing** has traits: a king is male, royal and grown. Each trait has words that go with it,
/// and each thing has one that goes with nothing else. A sentence is a thing between four such
/// words, most drawn from what goes with it and some from all: `crown his king reign mayor`. No
/// sentence says that kings are male.
public final class Planted {

  /// How often a word is one that goes with the thing, and not any.
  static final double MEANT = 0.8;

  private static final int AROUND = 4;

  /// @param own the word that goes with this thing alone
  /// @param traits one of each kind
  record Thing(String word, String own, List<String> traits) {

    private static Thing of(String word, String own, String... traits) {
      return new Thing(word, own, List.of(traits));
    }

    /// What goes with it: a list for each trait, and one more.
    private List<List<String>> around() {
      return Stream.concat(traits.stream().map(WORDS_OF::get), Stream.of(List.of(own))).toList();
    }
  }

  static final List<Thing> PEOPLE =
      List.of(
          Thing.of("king", "reign", "male", "royal", "grown"),
          Thing.of("queen", "hive", "female", "royal", "grown"),
          Thing.of("prince", "frog", "male", "royal", "young"),
          Thing.of("princess", "pea", "female", "royal", "young"),
          Thing.of("man", "moon", "male", "common", "grown"),
          Thing.of("woman", "novel", "female", "common", "grown"),
          Thing.of("boy", "marbles", "male", "common", "young"),
          Thing.of("girl", "doll", "female", "common", "young"));

  static final List<Thing> PLACES =
      List.of(
          Thing.of("france", "wine", "country", "french"),
          Thing.of("paris", "louvre", "capital", "french"),
          Thing.of("italy", "opera", "country", "italian"),
          Thing.of("rome", "forum", "capital", "italian"),
          Thing.of("egypt", "desert", "country", "egyptian"),
          Thing.of("cairo", "sphinx", "capital", "egyptian"),
          Thing.of("japan", "kimono", "country", "japanese"),
          Thing.of("tokyo", "shibuya", "capital", "japanese"));

  static final List<Thing> THINGS = Stream.of(PEOPLE, PLACES).flatMap(List::stream).toList();

  private static final Map<String, List<String>> WORDS_OF =
      Map.ofEntries(
          Map.entry("male", List.of("he", "his", "beard")),
          Map.entry("female", List.of("she", "her", "bonnet")),
          Map.entry("royal", List.of("crown", "throne", "palace")),
          Map.entry("common", List.of("plough", "market", "cottage")),
          Map.entry("grown", List.of("work", "wedding", "advice")),
          Map.entry("young", List.of("school", "toy", "lesson")),
          Map.entry("country", List.of("border", "army", "anthem")),
          Map.entry("capital", List.of("mayor", "suburb", "metro")),
          Map.entry("french", List.of("baguette", "seine")),
          Map.entry("italian", List.of("pasta", "tiber")),
          Map.entry("egyptian", List.of("dates", "nile")),
          Map.entry("japanese", List.of("sushi", "sumida")));

  /// All words around things.
  private static final List<String> AROUND_THINGS =
      Stream.concat(
              WORDS_OF.values().stream().flatMap(List::stream), THINGS.stream().map(Thing::own))
          .sorted()
          .toList();

  /// All words there are, in the order of the alphabet. A word's place in it is its number.
  static final List<String> WORDS =
      List.copyOf(
          new TreeSet<>(
              Stream.concat(THINGS.stream().map(Thing::word), AROUND_THINGS.stream()).toList()));

  private Planted() {}

  /// Sentences of five words each, as numbers.
  static int[][] sentences(int count, RandomGenerator random) {
    int[][] sentences = new int[count][];
    for (int i = 0; i < count; i++) {
      Thing thing = one(THINGS, random);
      List<String> words = new ArrayList<>();
      for (int j = 0; j < AROUND; j++) {
        boolean meant = random.nextDouble() < MEANT;
        words.add(one(meant ? one(thing.around(), random) : AROUND_THINGS, random));
      }
      words.add(AROUND / 2, thing.word());
      sentences[i] = words.stream().mapToInt(Planted::number).toArray();
    }
    return sentences;
  }

  /// How likely a word is in a place around a thing, by the rules.
  static double probability(Thing thing, String word) {
    double probability = (1 - MEANT) / AROUND_THINGS.size();
    for (List<String> words : thing.around()) {
      if (words.contains(word)) {
        probability += MEANT / thing.around().size() / words.size();
      }
    }
    return probability;
  }

  static int number(String word) {
    int number = WORDS.indexOf(word);
    if (number < 0) {
      throw new IllegalArgumentException(
          "there is no word '%s'; there are %s".formatted(word, String.join(", ", WORDS)));
    }
    return number;
  }

  static String text(int... sentence) {
    return String.join(" ", Arrays.stream(sentence).mapToObj(WORDS::get).toList());
  }

  private static <T> T one(List<T> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }
}
