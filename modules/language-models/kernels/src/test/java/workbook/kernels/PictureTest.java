package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Committed;

@DisplayName("The picture in the notes")
class PictureTest {

  @ParameterizedTest
  @ValueSource(strings = {"tile.svg", "tile.zh-CN.svg"})
  @DisplayName("is what the code draws")
  void tile(String name) throws IOException {
    String svg =
        TilePicture.draw(
            name.contains("zh") ? TilePicture.Words.CHINESE : TilePicture.Words.ENGLISH);
    // 3 matrices; 8 floats in a row of a; 2 vectors in a panel of b; 16 vectors of c; the page.
    assertThat(svg.split("<rect", -1)).hasSize(1 + 3 + (1 + 8) + (1 + 2) + 16 + 1);
    Committed.assertSame(Path.of("pictures", name), svg);
  }
}
