package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.lab.Countdown;

@DisplayName("The pipeline")
class PipelineTest {

  @TempDir private Path folder;

  private final Crawl crawl = new Crawl(1);
  private final Filters filters =
      new Filters(new Filters.Known(crawl.knownGood(), crawl.testSet()));

  private Pipeline.Report run(Path file, int threads) throws IOException {
    return new Pipeline(filters, threads, folder).run(file, Pipeline.Results.in(folder));
  }

  @Test
  @DisplayName("gives the same files for one thread and for three, and loses no line")
  void threads() throws IOException {
    Path file = folder.resolve("crawl.jsonl");
    try (Countdown none = new Countdown(null, System::nanoTime, "", 1)) {
      CrawlFile.write(file, Long.MAX_VALUE, 2100, 1, none);
    }
    Pipeline.Report report = run(file, 1);
    Pipeline.Results results = Pipeline.Results.in(folder);
    List<String> kept = Files.readAllLines(results.kept());
    List<String> removed = Files.readAllLines(results.removed());
    List<String> quarantine = Files.readAllLines(results.quarantine());
    assertThat(report.records()).isEqualTo(2100);
    assertThat(kept.size() + removed.size() + quarantine.size()).isEqualTo(2100);
    assertThat(quarantine).hasSize(2);
    assertThat(quarantine.getFirst()).startsWith("{\"file\":\"crawl.jsonl\",\"line\":1000,");
    assertThat(quarantine.getLast()).startsWith("{\"file\":\"crawl.jsonl\",\"line\":2000,");
    assertThat(run(file, 3)).isEqualTo(report);
    assertThat(Files.readAllLines(results.kept())).isEqualTo(kept);
    assertThat(Files.readAllLines(results.removed())).isEqualTo(removed);
  }

  /// A is like B, and B like C; A and C are less alike than 0.6. Comparing all with all finds the
  /// same clusters.
  @Test
  @DisplayName("keeps one of a chain of near duplicates")
  void chain() throws IOException {
    String[] words = Shingles.words(crawl.knownGood().getFirst());
    List<String> texts = new ArrayList<>();
    texts.add(String.join(" ", words));
    for (int change = 0; change < 2; change++) {
      for (int i = 0; i < 3; i++) {
        words[15 + 40 * change + 8 * i] = "harbour";
      }
      texts.add(String.join(" ", words));
    }
    SortedSet<Pair> pairs =
        DataQuality.allPairs(texts.stream().map(Filters::shingles).toList(), Filters.SIMILAR);
    assertThat(pairs).containsExactly(new Pair(0, 1), new Pair(1, 2));

    Path file = folder.resolve("chain.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      lines.append(new String(Lines.json(new Document(i, texts.get(i))), StandardCharsets.UTF_8));
    }
    Files.writeString(file, lines);
    assertThat(run(file, 1).kept()).isEqualTo(1);
    assertThat(Files.readAllLines(Pipeline.Results.in(folder).removed()))
        .containsExactly("1 near", "2 near");
  }

  /// Each is 20 times in a bucket with all others; 1,999,000 pairs would be more than can be
  /// compared here.
  @Test
  @DisplayName("does not compare equal documents, and each near one with one of its cluster")
  void manyCopies() throws IOException {
    String page = crawl.knownGood().getFirst();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      String text = i < 1000 ? page : page + " " + Vocabulary.ENGLISH.get(i % 60);
      lines.append(new String(Lines.json(new Document(i, text)), StandardCharsets.UTF_8));
    }
    Path file = Files.writeString(folder.resolve("copies.jsonl"), lines);
    Pipeline.Report report = run(file, 1);
    // 61 different ones.
    assertThat(report.removed()).isEqualTo(Map.of("exact", 2000L - 61, "near", 60L));
    assertThat(report.candidates()).isEqualTo(60);
  }

  @Test
  @DisplayName("of an empty file gives empty files")
  void empty() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.jsonl"));
    assertThat(run(file, 2).records()).isZero();
    assertThat(Pipeline.Results.in(folder).kept()).isEmptyFile();
  }

  /// What would refute the page: a step that in one of five crawls finds fewer than nine tenths of
  /// what it is there for, or is wrong in more than a tenth.
  @Test
  @Tag("solutions")
  @DisplayName("finds what was planted, in each of five crawls")
  void planted() {
    for (int seed = 1; seed <= 5; seed++) {
      Steps.Table table = Steps.table(seed, 2500);
      for (String step : Filters.STEPS) {
        assertThat((double) table.right(step) / table.removed(step))
            .as("precision of %s, seed %d", step, seed)
            .isGreaterThan(.9);
        assertThat((double) table.right(step) / table.planted(step))
            .as("recall of %s, seed %d", step, seed)
            .isGreaterThan(.9);
      }
    }
  }

  /// The order of documents does not matter to who is found, only to who is kept.
  @Test
  @DisplayName("of a spilled key gives all documents that have it, whatever the number of parts")
  void spilled() throws IOException {
    Set<List<Integer>> expected = null;
    for (int parts : new int[] {1, 3, 16}) {
      Set<List<Integer>> groups = new HashSet<>();
      try (Spill spill = new Spill(folder, "spill", parts)) {
        for (int document = 0; document < 1000; document++) {
          spill.add(Shingles.mix(document % 300), document);
          spill.add(-document, document);
        }
        spill.groups(documents -> groups.add(new ArrayList<>(boxed(documents))));
      }
      assertThat(groups).hasSize(300);
      expected = expected == null ? groups : expected;
      assertThat(groups).as("%d parts", parts).isEqualTo(expected);
    }
  }

  private static SortedSet<Integer> boxed(int... documents) {
    SortedSet<Integer> boxed = new TreeSet<>();
    for (int document : documents) {
      boxed.add(document);
    }
    return boxed;
  }
}
