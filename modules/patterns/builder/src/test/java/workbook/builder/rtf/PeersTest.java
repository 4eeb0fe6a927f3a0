package workbook.builder.rtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.peer.Peer;

@Tag("peers")
@DisplayName("Debian's unrtf reads the same text")
class PeersTest {

  private static final Peer UNRTF = new Peer("unrtf", "apt-get install unrtf");

  @TempDir private Path folder;

  @Test
  @DisplayName("in 200 random documents")
  void unrtf() throws IOException, RtfException {
    for (String rtf : RandomDocuments.of(200).toList()) {
      Path file = folder.resolve("document.rtf");
      Files.write(file, rtf.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(words(UNRTF.run("", "--text", "--quiet", file.toString())))
          .as(rtf)
          .isEqualTo(words(Convert.text(rtf)));
    }
  }

  /// The text's words: unrtf fills lines as it likes, and says what it is in lines with `###`.
  private static String words(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("###") && !line.startsWith("---"))
        .collect(Collectors.joining(" "))
        .replaceAll("\\s+", "");
  }
}
