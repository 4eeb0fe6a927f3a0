package workbook.command.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.command.Repository;
import workbook.command.build.Run;
import workbook.command.tree.Tree;

@DisplayName("The picture on the first page")
class FirstPagePictureTest {

  @Test
  @DisplayName("shows what the command prints (-Dnotes=update draws it again)")
  void picture() throws IOException, InterruptedException, XMLStreamException {
    Tree tree = Repository.tree();
    Process process =
        Run.process(tree, "climbing-stairs", List.of("46")).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
