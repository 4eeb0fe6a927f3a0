package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Committed;

@DisplayName("The picture in the notes is what the code draws")
class PicturesTest {

  @ParameterizedTest
  @ValueSource(strings = {"depth.svg", "depth.zh-CN.svg"})
  @DisplayName("gradients by depth")
  void depth(String name) throws IOException {
    String svg = DepthPicture.draw(Depth.curves(), name.contains("zh"));
    // A point for each of 24 blocks, inside the axes.
    assertThat(svg.split("<polyline", -1)).hasSize(3 + 1);
    Committed.assertSame(Path.of("pictures", name), svg);
  }
}
