package workbook.paralleltraining;

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
  @ValueSource(strings = {"timeline.svg", "timeline.zh-CN.svg"})
  @DisplayName("two schedules on one clock")
  void timeline(String name) throws IOException {
    String svg = TimelinePicture.draw(name.contains("zh"));
    // 2 schedules of 4 stages and 8 micro-batches, and a square in the legend.
    assertThat(svg.split(TimelinePicture.FORWARD, -1)).hasSize(2 * 4 * 8 + 1 + 1);
    assertThat(svg.split(TimelinePicture.BACKWARD, -1)).hasSize(2 * 4 * 8 + 1 + 1);
    Committed.assertSame(Path.of("pictures", name), svg);
  }
}
