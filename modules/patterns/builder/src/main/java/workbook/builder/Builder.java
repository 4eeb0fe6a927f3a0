package workbook.builder;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.builder.rtf.HtmlConverter;
import workbook.builder.rtf.MarkdownConverter;
import workbook.builder.rtf.PlainTextConverter;
import workbook.builder.rtf.RtfException;
import workbook.builder.rtf.RtfReader;
import workbook.builder.rtf.StatisticsConverter;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// One construction, four representations: the same RTF document, read by the same reader, becomes
/// HTML, Markdown, plain text and a count.
///
/// `./workbook run builder [FILE.rtf]`
@Command(
    name = "builder",
    description = "One RTF document, read once, as HTML, Markdown, plain text and a count.")
public final class Builder implements Example {

  /// Bold, italic, both; a character of the code page, a character of Unicode with its stand-in,
  /// and a group that is no text.
  static final String DOCUMENT =
      """
      {\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Helvetica;}}\\f0
      Tea & biscuits: \\b half past three\\b0 .\\par
      The \\i caf\\'e9\\i0  is called {\\b\\i \\u24314?\\u36896?}.\\line Bring < 5 friends.\\par
      }\
      """;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "An RTF file; without it, one of three lines.")
  private Path file;

  static void main(String[] args) {
    Example.main(new Builder(), args);
  }

  @Override
  public int run(PrintStream out) {
    return run(out, System.err);
  }

  /// @return the exit status: 0, or 1 if the file is not RTF
  @Override
  public int run(PrintStream out, PrintStream err) {
    String name = file == null ? "this" : file.toString();
    try {
      for (String warning : convert(document(), out)) {
        err.printf("builder: %s: %s%n", name, warning);
      }
      return 0;
    } catch (RtfException e) {
      err.printf("builder: %s is not RTF: %s%n", name, e.getMessage());
      return 1;
    }
  }

  private byte[] document() {
    if (file == null) {
      return DOCUMENT.getBytes(StandardCharsets.US_ASCII);
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new Refusal("there is no file " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// @return what the reader had to guess or to ignore
  private static List<String> convert(byte[] rtf, PrintStream out) throws RtfException {
    HtmlConverter html = new HtmlConverter();
    MarkdownConverter markdown = new MarkdownConverter();
    PlainTextConverter plain = new PlainTextConverter();
    StatisticsConverter counts = new StatisticsConverter();

    RtfReader reader = new RtfReader(rtf);
    List<String> warnings = reader.read(html);
    reader.read(markdown);
    reader.read(plain);
    reader.read(counts);

    out.println("HTML");
    out.println(indented(html.html()));
    out.println("Markdown");
    out.println(indented(markdown.markdown()));
    out.println("Plain text");
    out.println(indented(plain.text()));
    StatisticsConverter.Statistics s = counts.statistics();
    out.println("Statistics");
    out.printf(
        "  %d paragraphs, %d words, %d characters, %d of them bold, %d italic%n",
        s.paragraphs(), s.words(), s.characters(), s.bold(), s.italic());
    return warnings;
  }

  private static String indented(String text) {
    return text.replaceAll("(?m)^(?=.)", "  ");
  }
}
