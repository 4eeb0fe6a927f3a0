package workbook.isolationlevels.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import workbook.engine.Engine;
import workbook.isolationlevels.explore.Interleavings;
import workbook.isolationlevels.run.OwnLevels;
import workbook.isolationlevels.run.Transactions;

/// `-Dmutated=1000000` reads more files, `-Dmutated.seed=7` others.
@Tag("solutions")
@DisplayName("Mutated specification files")
class MutatedFilesTest {

  private static final Path RESOURCES = Path.of("src");

  /// What means something in a specification, and what breaks readers of text.
  private static final List<String> PIECES =
      List.of(
          "setup",
          "teardown",
          "session",
          "step",
          "permutation",
          "notices",
          "{",
          "}",
          "(",
          ")",
          ",",
          "*",
          "\"",
          "\"\"",
          "#",
          "#!",
          "#! isolation-levels\n",
          "#! bind v = a\n",
          "#! on h2\n",
          "#! on mysql, x\n",
          "#! survives 23505\n",
          "#! aborts on duplicate-key\n",
          "${",
          "${v}",
          "${}",
          "'",
          "''",
          "`",
          "$$",
          "$a$",
          "--",
          "/*",
          "*/",
          ";",
          "BEGIN;",
          "COMMIT;",
          "\n",
          "\r\n",
          "\t",
          " ",
          "0",
          "99999999999999999999",
          "-1",
          "\u0000",
          "\u001b[31m",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\ud800",
          "\udc00",
          "😀",
          "é",
          "\\",
          "%s",
          "%",
          "SET search_path = x",
          "BEGIN ISOLATION LEVEL SERIALIZABLE;");

  private static final int COUNT = Integer.getInteger("mutated", 3_000);
  private static final long SEED = Long.getLong("mutated.seed", 20_261_126);

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  @DisplayName("are read, or refused in one line; no other exception, and no text that takes long")
  void read() throws IOException {
    List<String> files = files();
    int taken = 0;
    long slowest = 0;
    for (int i = 0; i < COUNT; i++) {
      String text = mutated(files);
      long began = System.nanoTime();
      taken += isTaken(text, i) ? 1 : 0;
      slowest = Math.max(slowest, System.nanoTime() - began);
    }
    System.out.printf(
        "%d mutated files (seed %d): %d taken, %d refused, the slowest in %d ms%n",
        COUNT, SEED, taken, COUNT - taken, TimeUnit.NANOSECONDS.toMillis(slowest));
    assertThat(taken).isPositive().isLessThan(COUNT);
    assertThat(TimeUnit.NANOSECONDS.toSeconds(slowest)).isLessThan(10);
  }

  /// All that is done with a text before a server sees it.
  private static boolean isTaken(String text, int number) {
    try {
      Specification spec = Parser.parse("mutated.spec", text, "h2");
      Interleavings.count(spec);
      OwnLevels.of(spec);
      new Transactions(spec).all();
      for (Engine engine : Engine.ALL) {
        spec.setups().forEach(sql -> engine.exit(sql, List.of("box")));
        spec.sessions().stream()
            .flatMap(session -> session.steps().stream())
            .forEach(step -> engine.exit(step.sql(), List.of("box")));
      }
      return true;
    } catch (SpecException e) {
      if (!e.getMessage().matches("mutated\\.spec:\\d+:\\d+: [^\\p{Cntrl}]+")) {
        throw new AssertionError("file %d: %s%n%s".formatted(number, e.getMessage(), text), e);
      }
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("file %d: %s%n%s".formatted(number, e, text), e);
    }
  }

  private String mutated(List<String> files) {
    StringBuilder text = new StringBuilder(anyOf(files));
    int mutations = random.nextInt(1, 9);
    for (int i = 0; i < mutations; i++) {
      mutate(text, files);
    }
    return text.toString();
  }

  private void mutate(StringBuilder text, List<String> files) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(1, 40));
    switch (random.nextInt(8)) {
      case 0 -> text.insert(from, anyOf(PIECES));
      case 1 -> text.delete(from, to);
      case 2 -> text.replace(from, to, anyOf(PIECES));
      case 3 -> text.insert(from, text.substring(from, to));
      case 4 -> text.setLength(from);
      case 5 -> text.insert(from, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
      case 6 -> {
        String other = anyOf(files);
        int at = random.nextInt(other.length());
        text.insert(from, other, at, Math.min(other.length(), at + random.nextInt(1, 200)));
      }
      default -> text.insert(from, anyOf(PIECES).repeat(random.nextInt(1, 300)));
    }
  }

  private String anyOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  /// The specifications of this topic, and a small one with all that the format has.
  private static List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(RESOURCES)) {
      found
          .filter(file -> file.toString().endsWith(".spec"))
          .sorted()
          .forEach(file -> files.add(text(file)));
    }
    files.add(
        """
        #! isolation-levels
        #! bind v = a
        setup { CREATE TABLE t (v int); }
        setup { INSERT INTO t VALUES ('a''b;', "c", `d`, $x$ ; $x$) -- e
        }
        teardown { DROP TABLE t; }
        session "one ""s"
        setup { BEGIN ISOLATION LEVEL SERIALIZABLE; }
        #! survives 23505, duplicate-key
        step a { SELECT 1; }
        #! on h2, mysql
        #! aborts on 1062
        step b { UPDATE t SET v = ${v}; }
        teardown { COMMIT; }
        session two
        step c { SET /* d */ search_path = box; }
        permutation a b(*) c
        permutation c(b notices 2) b(c, *) a
        """);
    return files;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
