package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;

@DisplayName("The pictures in the notes are what the code draws")
class PicturesTest {

  @Test
  @DisplayName("the two ways of a page")
  void twice() throws IOException {
    String svg = TwicePicture.draw(TwicePicture.Words.ENGLISH);
    // Two lanes of four steps, and the two of the legend.
    assertThat(svg.split("<rect x", -1)).hasSize(2 * 4 + 2 + 1);
    Committed.assertSame(Path.of("pictures", "twice.svg"), svg);
    Committed.assertSame(
        Path.of("pictures", "twice.zh-CN.svg"), TwicePicture.draw(TwicePicture.Words.CHINESE));
  }
}
