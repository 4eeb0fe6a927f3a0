package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Printed;

@DisplayName("Cleaning a file")
class CleanTest {

  @TempDir private Path folder;
  private Path crawl;

  @BeforeEach
  void write() throws IOException {
    crawl = folder.resolve("crawl.jsonl");
    StringBuilder lines = new StringBuilder();
    Crawl seed2 = new Crawl(2);
    for (int id = 0; id < 300; id++) {
      lines.append(new String(Lines.json(seed2.document(id)), StandardCharsets.UTF_8));
    }
    Files.writeString(crawl, lines);
  }

  private Printed clean(Path into, String... options) {
    return Printed.by(
        new Clean(),
        Stream.concat(Stream.of(crawl.toString(), into.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  @DisplayName("leaves three files, and the test set of its crawl in none that is kept")
  void results() throws IOException {
    Path results = folder.resolve("results");
    assertThat(clean(results, "--seed", "2").err()).isEmpty();
    try (Stream<Path> files = Files.list(results)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("kept.jsonl", "removed.txt", "quarantine.jsonl");
    }
    Crawl seed2 = new Crawl(2);
    for (String line : Files.readAllLines(results.resolve("kept.jsonl"))) {
      long id = Long.parseLong(line.replaceAll("^\\{\"id\":([0-9]+),.*", "$1"));
      assertThat(seed2.kind(id)).as("document %d", id).isNotEqualTo(Kind.TEST);
    }
  }

  @Test
  @DisplayName("replaces no file that is there, least of all its own input")
  void full() throws IOException {
    byte[] before = Files.readAllBytes(crawl);
    String wanted = "FOLDER must be a new folder, or an empty one, and was '%s'";
    for (Path into : List.of(folder, crawl, Path.of(""))) {
      assertThat(clean(into)).isEqualTo(Printed.refusal(new Clean(), wanted.formatted(into)));
    }
    assertThat(crawl).hasBinaryContent(before);
  }

  @Test
  @DisplayName("wants a file that can be read")
  void unreadable() {
    assertThat(Printed.by(new Clean(), folder.toString(), folder.resolve("new").toString()))
        .isEqualTo(
            Printed.refusal(
                new Clean(),
                "FILE must be a file that can be read, and was '%s'".formatted(folder)));
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  @DisplayName("a crawl is written to a new file")
  void crawlFile() throws IOException {
    Path diary = Files.writeString(folder.resolve("diary.txt"), "dear diary");
    CrawlFile example = new CrawlFile();
    assertThat(Printed.by(example, diary.toString(), "--megabytes", "1"))
        .isEqualTo(
            Printed.refusal(example, "FILE must be a new file, and was '%s'".formatted(diary)));
    assertThat(diary).hasContent("dear diary");
    Path written = folder.resolve("new.jsonl");
    assertThat(Printed.by(new CrawlFile(), written.toString(), "--megabytes", "1").err()).isEmpty();
    assertThat(Files.size(written)).isBetween(1_000_000L, 1_010_000L);
    assertThat(folder.resolve("new.jsonl.part")).doesNotExist();
  }

  @Test
  @DisplayName("of few documents has shares only where there is something to share")
  void fewDocuments() {
    assertThat(Printed.by(new Steps(), "--documents", "100", "--seed", "92").out())
        .containsPattern("\ntest set +0 +0 +0 +- +-\n")
        .doesNotContain("NaN");
  }
}
