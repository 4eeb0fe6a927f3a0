package workbook.answers.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.answers.tree.Tree;

@DisplayName("The picture on the first page")
class FirstPagePictureTest {

  @Test
  @DisplayName("shows what the page of the topic shows (-Dnotes=update draws it again)")
  void picture() throws IOException, XMLStreamException {
    Tree tree = Tree.around(Path.of(""));
    String output = new OfTopics(tree).output("climbing-stairs", List.of("46"), "");
    String picture =
        TerminalPicture.svg(
            Stream.concat(Stream.of("$ ./workbook run climbing-stairs 46"), output.lines())
                .toList());

    Path file = tree.root().resolve(".github/at-work.svg");
    if (System.getProperty("notes", "").equals("update")) {
      Files.writeString(file, picture);
    }
    assertThat(Files.readString(file)).isEqualTo(picture);
  }
}
