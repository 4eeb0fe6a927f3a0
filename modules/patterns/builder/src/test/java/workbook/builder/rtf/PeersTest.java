package workbook.builder.rtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Peer;

@Tag("peers")
@DisplayName("Debian's unrtf reads the same text")
class PeersTest {

  private static final Peer UNRTF = new Peer("unrtf", "apt-get install unrtf");

  @TempDir private Path folder;

  @Test
  @DisplayName("in 200 random documents, with its bold and italic")
  void unrtf() throws IOException, RtfException {
    for (String document : RandomDocuments.of(200).toList()) {
      // unrtf 0.21.10 drops the whole word that a stand-in begins, so here a blank follows each.
      String rtf = document.replaceAll("(\\\\u\\d+\\?)(?=\\S)", "$1 ");
      Path file = folder.resolve("document.rtf");
      Files.write(file, rtf.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(marked(UNRTF.run("", "--html", "--quiet", file.toString())))
          .as(rtf)
          .isEqualTo(marked(Convert.html(rtf)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one {\\*\\cs7 two} three",
        "{\\object{\\*\\objclass x}{\\*\\objdata 00}{\\result shown}} too",
        "{\\xe x}{\\tc x}a",
        "{\\b a}{\\*\\unknown x}b",
      })
  @DisplayName("behind stars, in objects, and beside index entries")
  void destinations(String body) throws IOException, RtfException {
    String rtf = "{\\rtf1\\ansi " + body + "}";
    Path file = Files.writeString(folder.resolve("document.rtf"), rtf);
    assertThat(marked(UNRTF.run("", "--html", "--quiet", file.toString())))
        .isEqualTo(marked(Convert.html(rtf)));
  }

  /// Characters, bold and italic. unrtf has line breaks where we have paragraphs, and writes what
  /// is not ASCII as entities.
  private static String marked(String html) {
    return html.replaceAll("(?s).*<body>|</body>.*", "")
        .replaceAll("</?p>|<br>|\\s", "")
        .replace("&eacute;", "é")
        .replace("&#24314;", "建")
        .replace("&#36896;", "造");
  }
}
