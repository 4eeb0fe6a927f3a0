package workbook.answers.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import workbook.answers.UserError;

/// What the command wants to know of a module's `pom.xml`.
///
/// @param jvm the property `test.jvm`
/// @param modules the folders that it lists, in its order
record Pom(String description, String jvm, List<String> modules) {

  static Pom of(Path module) {
    Path file = module.resolve("pom.xml");
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      String description = "";
      String jvm = "";
      List<String> modules = new ArrayList<>();
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          depth++;
          // Reading an element's text moves on to its end.
          if (depth == 2 && reader.getLocalName().equals("description")) {
            description = reader.getElementText().strip();
            depth--;
          } else if (depth == 3 && reader.getLocalName().equals("test.jvm")) {
            jvm = reader.getElementText().strip();
            depth--;
          } else if (depth == 3 && reader.getLocalName().equals("module")) {
            modules.add(reader.getElementText().strip());
            depth--;
          }
        } else if (event == XMLStreamReader.END_ELEMENT) {
          depth--;
        }
      }
      return new Pom(description, jvm, modules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new UserError("%s is not well-formed: %s".formatted(file, e.getMessage()));
    }
  }
}
