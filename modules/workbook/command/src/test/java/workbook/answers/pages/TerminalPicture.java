package workbook.answers.pages;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// What a terminal shows, as an SVG. Every glyph has its cell, so that columns stay columns in
/// whatever monospaced font the reader's system has.
final class TerminalPicture {

  private static final double CELL_WIDTH = 8.4;
  private static final int LINE_HEIGHT = 20;
  private static final int PADDING = 18;
  private static final int BASELINE = 15;

  private TerminalPicture() {}

  /// Draws lines of text. Those that begin with `$ ` are commands, and stand out.
  static String svg(List<String> lines) throws XMLStreamException {
    int columns = lines.stream().mapToInt(String::length).max().orElse(0);
    String width = number(2 * PADDING + columns * CELL_WIDTH);
    String height = number(2 * PADDING + lines.size() * LINE_HEIGHT);
    StringWriter svg = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(svg);
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
    attributes(xml, "viewBox", "0 0 " + width + " " + height, "width", width, "height", height);
    xml.writeEmptyElement("rect");
    attributes(xml, "width", "100%", "height", "100%", "rx", "8", "fill", "#0d1117");
    xml.writeStartElement("g");
    attributes(xml, "font-family", "ui-monospace, Menlo, Consolas, monospace", "font-size", "14");
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        line(xml, lines.get(i), PADDING + i * LINE_HEIGHT + BASELINE);
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.flush();
    return svg.toString().replace("<text", "\n<text").replace("</g>", "\n</g>") + "\n";
  }

  private static void line(XMLStreamWriter xml, String line, int y) throws XMLStreamException {
    String text = line.stripLeading();
    int indent = line.length() - text.length();
    xml.writeStartElement("text");
    attributes(
        xml,
        "x",
        number(PADDING + indent * CELL_WIDTH),
        "y",
        number(y),
        "textLength",
        number(text.length() * CELL_WIDTH),
        "fill",
        line.startsWith("$ ") ? "#7ee787" : "#e6edf3",
        "xml:space",
        "preserve");
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void attributes(XMLStreamWriter xml, String... namesAndValues)
      throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
