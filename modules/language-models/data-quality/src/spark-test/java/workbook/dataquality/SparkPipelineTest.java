package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.lab.Countdown;

@Tag("spark")
@DisplayName("The pipeline on Spark")
class SparkPipelineTest {

  private static final int LINES = 2100;

  @TempDir private Path folder;

  @Test
  @DisplayName(
      "keeps, removes and quarantines the same as the plain one, for 1, 2 and 5 partitions")
  void same() throws IOException {
    Path file = folder.resolve("crawl.jsonl");
    try (Countdown none = new Countdown(null, System::nanoTime, "", 1)) {
      CrawlFile.write(file, Long.MAX_VALUE, LINES, 1, none);
    }
    Crawl crawl = new Crawl(1);
    Filters.Known known = new Filters.Known(crawl.knownGood(), crawl.testSet());
    Pipeline.Results plain = Pipeline.Results.in(folder);
    Pipeline.Report report = new Pipeline(new Filters(known), 1, folder).run(file, plain);
    assertThat(report.removed().keySet()).containsAll(Filters.STEPS);
    assertThat(report.damaged()).isEqualTo(LINES / CrawlFile.DAMAGED);

    try (JavaSparkContext spark = new JavaSparkContext(SparkClean.configuration())) {
      for (int partitions : new int[] {1, 2, 5}) {
        Path results = folder.resolve("spark" + partitions);
        long kept =
            new SparkPipeline(spark, known).run(file.toString(), results.toString(), partitions);
        assertThat(kept).as("kept, %d partitions", partitions).isEqualTo(report.kept());
        assertThat(lines(results.resolve("kept")))
            .as("kept, %d partitions", partitions)
            .isEqualTo(Files.readAllLines(plain.kept()));
        assertThat(lines(results.resolve("quarantine")))
            .as("quarantine, %d partitions", partitions)
            .isEqualTo(Files.readAllLines(plain.quarantine()));
        assertThat(lines(results.resolve("removed")))
            .as("removed, %d partitions", partitions)
            .containsExactlyInAnyOrderElementsOf(Files.readAllLines(plain.removed()));
      }
    }
  }

  /// Of all parts, in their order.
  private static List<String> lines(Path results) throws IOException {
    try (Stream<Path> parts = Files.list(results)) {
      return parts
          .filter(part -> part.getFileName().toString().startsWith("part-"))
          .sorted()
          .flatMap(SparkPipelineTest::read)
          .toList();
    }
  }

  private static Stream<String> read(Path part) {
    try {
      return Files.readAllLines(part).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
