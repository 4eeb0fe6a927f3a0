package workbook.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;

@DisplayName("The pictures in the notes are what the code draws")
class PicturesTest {

  @Test
  @DisplayName("Vite's four files as layers")
  void precedence() throws IOException {
    String svg = PrecedencePicture.draw(PrecedencePicture.Words.ENGLISH);
    // 4 + 3 + 2 + 1 values on the page, of which one of each variable is seen.
    assertThat(svg.split("<rect x", -1)).hasSize(10 + 1);
    assertThat(svg.split("#9fd3f5", -1)).hasSize(4 + 1);
    Committed.assertSame(Path.of("pictures", "precedence.svg"), svg);
    Committed.assertSame(
        Path.of("pictures", "precedence.zh-CN.svg"),
        PrecedencePicture.draw(PrecedencePicture.Words.CHINESE));
  }
}
