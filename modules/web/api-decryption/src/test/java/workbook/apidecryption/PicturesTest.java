package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;

@DisplayName("The pictures in the notes are what the code draws")
class PicturesTest {

  @Test
  @DisplayName("the bytes of a text that CryptoJS wrote")
  void salted() throws IOException {
    String svg = SaltedPicture.draw(SaltedPicture.Words.ENGLISH);
    // Three parts of the text, and three digests; the background has no x.
    assertThat(svg.split("<rect x", -1)).hasSize(6 + 1);
    Committed.assertSame(Path.of("pictures", "salted.svg"), svg);
    Committed.assertSame(
        Path.of("pictures", "salted.zh-CN.svg"), SaltedPicture.draw(SaltedPicture.Words.CHINESE));
  }
}
