package workbook.builder.rtf;

import java.nio.charset.StandardCharsets;

/// RTF in, a representation out, for tests.
final class Convert {

  private Convert() {}

  static String text(String rtf) throws RtfException {
    PlainTextConverter converter = new PlainTextConverter();
    reader(rtf).read(converter);
    return converter.text();
  }

  static String html(String rtf) throws RtfException {
    HtmlConverter converter = new HtmlConverter();
    reader(rtf).read(converter);
    return converter.html();
  }

  static String markdown(String rtf) throws RtfException {
    MarkdownConverter converter = new MarkdownConverter();
    reader(rtf).read(converter);
    return converter.markdown();
  }

  static RtfReader reader(String rtf) {
    return new RtfReader(rtf.getBytes(StandardCharsets.ISO_8859_1));
  }
}
