package workbook.dataquality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A generated crawl, in which it is known of each document what it is. The same number and seed
/// give the same document, whatever else was generated; so a crawl of any size needs no memory.
final class Crawl {

  /// Text that the model is to be tested on.
  static final int TESTS = 50;

  static final int TEST_WORDS = 60;
  private static final int KNOWN = 300;
  private static final int LEAST = 60;
  private static final int MOST = 120;
  private static final int LINE = 12;
  private static final int QUOTED = 20;

  /// A copy is of a document at most so many before.
  private static final int NEARBY = 1000;

  private final Source source = new Source(1);
  private final long seed;

  Crawl(long seed) {
    this.seed = seed;
  }

  /// Six in ten are clean.
  Kind kind(long id) {
    double share = random(id, 1).nextDouble();
    if (share < .6 || id < 10) {
      return Kind.CLEAN;
    }
    return Kind.values()[1 + (int) ((share - .6) / .4 * 8)];
  }

  Document document(long id) {
    return new Document(id, text(id));
  }

  private String text(long id) {
    SplittableRandom random = random(id, 2);
    return switch (kind(id)) {
      case CLEAN -> lines(clean(id));
      case GERMAN -> lines(foreign(Vocabulary.GERMAN, random));
      case CHINESE -> chinese(random);
      case SYMBOLS -> symbols(random);
      case MENU -> menu(random);
      case SHUFFLED -> {
        int[] words = clean(id);
        Trial.shuffleWords(words, random);
        yield lines(words);
      }
      case EXACT -> lines(clean(original(id)));
      case NEAR -> {
        int[] words = clean(original(id));
        // A changed word takes up to five shingles of five words with it.
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
          words[random.nextInt(words.length)] = random.nextInt(Source.WORDS);
        }
        yield lines(words);
      }
      case TEST -> {
        int[] words = clean(id);
        int[] test = test(random.nextInt(TESTS));
        int from = random.nextInt(TEST_WORDS - QUOTED);
        System.arraycopy(test, from, words, random.nextInt(words.length - QUOTED), QUOTED);
        yield lines(words);
      }
    };
  }

  /// The clean document that a copy is made of.
  long original(long id) {
    SplittableRandom random = random(id, 3);
    long original = 0;
    for (int i = 0; i < 100; i++) {
      original = id - 1 - random.nextLong(Math.min(id, NEARBY));
      if (kind(original) == Kind.CLEAN) {
        return original;
      }
    }
    return 0;
  }

  /// Texts that the model will be tested on.
  List<String> testSet() {
    return IntStream.range(0, TESTS).mapToObj(i -> Vocabulary.english(test(i))).toList();
  }

  /// Texts that somebody has read and found good.
  List<String> knownGood() {
    List<String> good = new ArrayList<>();
    for (int i = 0; i < KNOWN; i++) {
      good.add(Vocabulary.english(source.draw(MOST, random(i, 4))));
    }
    return good;
  }

  private int[] test(int i) {
    return source.draw(TEST_WORDS, random(i, 5));
  }

  private int[] clean(long id) {
    SplittableRandom random = random(id, 6);
    return source.draw(LEAST + random.nextInt(MOST - LEAST + 1), random);
  }

  private static String lines(int... words) {
    return lines(Arrays.stream(words).mapToObj(Vocabulary.ENGLISH::get).toList());
  }

  private static String lines(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String behind = i == words.size() - 1 ? "" : i % LINE == LINE - 1 ? "\n" : " ";
      text.append(words.get(i)).append(behind);
    }
    return text.toString();
  }

  private List<String> foreign(List<String> words, RandomGenerator random) {
    return Arrays.stream(source.draw(LEAST + random.nextInt(MOST - LEAST + 1), random))
        .mapToObj(words::get)
        .toList();
  }

  private String chinese(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    int sentences = 8 + random.nextInt(8);
    for (int i = 0; i < sentences; i++) {
      String sentence =
          Arrays.stream(source.draw(10 + random.nextInt(15), random))
              .mapToObj(Vocabulary.CHINESE::get)
              .collect(Collectors.joining());
      text.append(sentence).append(i % 3 == 2 ? "。\n" : "，");
    }
    return text.toString();
  }

  /// What a table of numbers looks like once its markup is gone.
  private static String symbols(RandomGenerator random) {
    List<String> words = new ArrayList<>();
    int count = LEAST + random.nextInt(MOST - LEAST + 1);
    for (int i = 0; i < count; i++) {
      words.add(
          switch (random.nextInt(4)) {
            case 0 -> "#";
            case 1 -> String.valueOf(random.nextInt(100_000));
            case 2 -> "|";
            default -> Vocabulary.ENGLISH.get(random.nextInt(Source.WORDS));
          });
    }
    return lines(words);
  }

  private static String menu(RandomGenerator random) {
    boolean bullets = random.nextBoolean();
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 20; line++) {
      text.append(bullets ? "- " : "");
      for (int word = 0; word < 5; word++) {
        text.append(word == 0 ? "" : " ");
        text.append(Vocabulary.ENGLISH.get(random.nextInt(Source.WORDS)));
      }
      text.append(bullets ? "\n" : " ...\n");
    }
    return text.toString();
  }

  private SplittableRandom random(long id, int purpose) {
    return new SplittableRandom(Shingles.mix(seed << 40 ^ id << 3 ^ purpose) ^ purpose);
  }
}
