package workbook.isolationlevels.expect;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import workbook.isolationlevels.expect.Expected.Checked;

/// The expectations of a specification as tests, in the XML that Surefire writes and build servers
/// read. The schema is surefire-test-report.xsd of the Maven Surefire plugin.
public final class JUnitReport {

  private JUnitReport() {}

  public static String of(List<Explored> results) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      suite(xml, results);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private static void suite(XMLStreamWriter xml, List<Explored> results) throws XMLStreamException {
    List<Checked> all = results.stream().flatMap(each -> each.checks().stream()).toList();
    String name = clean(results.getFirst().specification().name());
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", Integer.toString(all.size()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute(
        "failures", Long.toString(all.stream().filter(check -> !check.holds()).count()));
    for (Explored result : results) {
      for (Checked check : result.checks()) {
        test(xml, name, result, check);
      }
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void test(XMLStreamWriter xml, String suite, Explored result, Checked check)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", check.expected().toString());
    xml.writeAttribute("classname", suite);
    // The schema asks for it; a result that is the same each time has none.
    xml.writeAttribute("time", "0");
    if (!check.holds()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", check.reason().orElseThrow());
      xml.writeAttribute("type", "anomaly");
      xml.writeCharacters(clean(check.counterexample().map(result::timeline).orElse("")));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /// XML 1.0 has no place for most control characters.
  private static String clean(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
  }
}
