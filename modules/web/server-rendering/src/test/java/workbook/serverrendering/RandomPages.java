package workbook.serverrendering;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// Random folders of pages, and random addresses.
final class RandomPages {

  static final long SEED = 20261127;

  private static final List<String> NAMES =
      List.of(
          "a", "b", "index", "[x]", "[[y]]", "[...z]", "(g)", "a-[x]", "[x]-b", "[x]+", "[[y]]+");
  private static final List<String> STEPS = List.of("a", "b", "c", "a-1", "1-b", "", "A");

  private RandomPages() {}

  static Stream<Vectors.Question> questions() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    return Stream.generate(() -> {
      Set<String> files = new LinkedHashSet<>();
      int count = 1 + random.nextInt(6);
      while (files.size() < count) {
        // A folder called index is `//` to Nuxt; there are none here.
        files.add((joined(random, NAMES, 1 + random.nextInt(3)) + ".vue").replace("index/", ""));
      }
      List<String> paths = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        // Not `//`, where the name of a host would begin.
        paths.add(("/" + joined(random, STEPS, random.nextInt(4))).replaceFirst("^/+", "/"));
      }
      return new Vectors.Question(List.copyOf(files), paths);
    });
  }

  private static String joined(RandomGenerator random, List<String> names, int count) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(names.get(random.nextInt(names.size())));
    }
    return String.join("/", chosen);
  }
}
