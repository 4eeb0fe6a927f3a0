package workbook.builder;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import workbook.builder.rtf.HtmlConverter;
import workbook.builder.rtf.MarkdownConverter;
import workbook.builder.rtf.PlainTextConverter;
import workbook.builder.rtf.RtfException;
import workbook.builder.rtf.RtfReader;
import workbook.builder.rtf.StatisticsConverter;

/// One construction, four representations: the same RTF document, read by the same reader, becomes
/// HTML, Markdown, plain text and a count.
///
/// `./workbook run builder [FILE.rtf]`
public final class Builder {

  /// Bold, italic, both; a character of the code page, a character of Unicode with its stand-in,
  /// and a group that is no text.
  static final String DOCUMENT =
      """
      {\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Helvetica;}}\\f0
      Tea & biscuits: \\b half past three\\b0 .\\par
      The \\i caf\\'e9\\i0  is called {\\b\\i \\u24314?\\u36896?}.\\line Bring < 5 friends.\\par
      }\
      """;

  private Builder() {}

  static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, 1 if the file is not RTF, 2 if the arguments are wrong
  static int run(PrintStream out, PrintStream err, String... args) {
    if (args.length > 1) {
      err.println("builder: one RTF file at most, not " + args.length);
      return 2;
    }
    try {
      byte[] rtf =
          args.length == 0
              ? DOCUMENT.getBytes(StandardCharsets.US_ASCII)
              : Files.readAllBytes(Path.of(args[0]));
      convert(rtf, out);
      return 0;
    } catch (RtfException e) {
      err.printf(
          "builder: %s is not RTF: %s%n", args.length == 0 ? "this" : args[0], e.getMessage());
      return 1;
    } catch (NoSuchFileException e) {
      err.println("builder: there is no file " + e.getMessage());
      return 2;
    } catch (IOException e) {
      err.printf("builder: %s cannot be read: %s%n", args[0], e.getMessage());
      return 2;
    }
  }

  private static void convert(byte[] rtf, PrintStream out) throws RtfException {
    HtmlConverter html = new HtmlConverter();
    MarkdownConverter markdown = new MarkdownConverter();
    PlainTextConverter plain = new PlainTextConverter();
    StatisticsConverter counts = new StatisticsConverter();

    RtfReader reader = new RtfReader(rtf);
    reader.read(html);
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
  }

  private static String indented(String text) {
    return text.replaceAll("(?m)^(?=.)", "  ");
  }
}
