package workbook.dataquality;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// Runs [SparkPipeline]: on this machine, or where `spark-submit --master` or `-Dspark.master` say.
@Command(name = "spark-clean", description = "Run all steps over documents as a job of Spark.")
public final class SparkClean implements Example {

  @Parameters(index = "0", paramLabel = "INPUT", description = "A file, or a folder of files.")
  private String input;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Where the results go; a new one.")
  private String folder;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "At least so many pieces of the input; ${DEFAULT-VALUE} if not given.")
  private int partitions = 2;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the crawl whose test set is known; ${DEFAULT-VALUE} if not given.")
  private int seed = 1;

  static void main(String[] args) {
    Example.main(new SparkClean(), args);
  }

  /// What spark-submit and system properties have set stays; all cores of this machine if they name
  /// no master.
  static SparkConf configuration() {
    return new SparkConf()
        .setAppName("data-quality")
        .setIfMissing("spark.master", "local[*]")
        .setIfMissing("spark.ui.enabled", "false");
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--partitions", partitions, 1, 100_000);
    Example.between("--seed", seed, 0, 1_000_000);
    Crawl crawl = new Crawl(seed);
    try (JavaSparkContext spark = new JavaSparkContext(configuration())) {
      long start = System.nanoTime();
      SparkPipeline pipeline =
          new SparkPipeline(spark, new Filters.Known(crawl.knownGood(), crawl.testSet()));
      long kept = pipeline.run(input, folder, partitions);
      out.printf(
          Locale.ROOT,
          "%,d documents kept; %.1f s on %s%s%s%n",
          kept,
          (System.nanoTime() - start) / 1e9,
          spark.master(),
          Clean.processors(),
          Clean.peak());
    }
    return 0;
  }
}
