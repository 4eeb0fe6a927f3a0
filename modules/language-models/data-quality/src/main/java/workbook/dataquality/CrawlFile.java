package workbook.dataquality;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Countdown;
import workbook.lab.Example;
import workbook.lab.OutputFile;
import workbook.lab.Refusal;

/// Writes a generated crawl of any size into a file, a line of JSON for each document, and one line
/// in a thousand damaged.
@Command(
    name = "data-quality/crawl-file",
    description = "Write a generated crawl into a file, a line of JSON for each document.")
public final class CrawlFile implements Example {

  /// One line in so many is damaged.
  static final int DAMAGED = 1000;

  @Parameters(
      paramLabel = "FILE",
      description = "The file to write, a new one; until it is whole, FILE.part.")
  private String file;

  @Option(
      names = "--megabytes",
      paramLabel = "N",
      description = "How large; ${DEFAULT-VALUE} if not given.")
  private int megabytes = 10;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the documents; ${DEFAULT-VALUE} if not given.")
  private int seed = 1;

  static void main(String[] args) {
    Example.main(new CrawlFile(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--megabytes", megabytes, 1, 100_000);
    Example.between("--seed", seed, 0, 1_000_000);
    if (file.isBlank() || Files.exists(Path.of(file))) {
      throw new Refusal("FILE must be a new file, and was '%s'".formatted(file));
    }
    Path whole = OutputFile.of("FILE", file);
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try (Countdown countdown = Countdown.of("MB", megabytes)) {
      long lines = write(part, megabytes * 1_000_000L, Long.MAX_VALUE, seed, countdown);
      Files.move(part, whole);
      out.printf(
          Locale.ROOT, "%,d lines, %,d of them damaged, in %s%n", lines, lines / DAMAGED, file);
    } catch (IOException e) {
      throw new Refusal("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
    return 0;
  }

  /// @return how many lines were written
  static long write(Path file, long bytes, long most, long seed, Countdown countdown)
      throws IOException {
    Crawl crawl = new Crawl(seed);
    long written = 0;
    long id = 0;
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      while (written < bytes && id < most) {
        byte[] line = Lines.json(crawl.document(id));
        id++;
        byte[] damaged = id % DAMAGED == 0 ? damaged(line, id / DAMAGED) : line;
        stream.write(damaged);
        written += damaged.length;
        if (id % 10_000 == 0) {
          countdown.done((int) Math.max(1, written / 1_000_000));
        }
      }
    }
    return id;
  }

  /// Cut off, or with a byte that is no UTF-8, or without a text.
  private static byte[] damaged(byte[] line, long which) {
    return switch ((int) (which % 3)) {
      case 0 -> {
        byte[] half = Arrays.copyOf(line, line.length / 2 + 1);
        half[half.length - 1] = '\n';
        yield half;
      }
      case 1 -> {
        byte[] bad = line.clone();
        bad[line.length / 2] = (byte) 0xff;
        yield bad;
      }
      default -> "{\"id\":0}\n".getBytes(StandardCharsets.UTF_8);
    };
  }
}
