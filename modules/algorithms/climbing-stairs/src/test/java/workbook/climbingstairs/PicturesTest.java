package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;

@DisplayName("The pictures in the notes are what the code draws")
class PicturesTest {

  @Test
  @DisplayName("the tree of the naive recursion for n = 5")
  void recursionTree() throws IOException {
    // 2 * ways(5) - 1 = 15 calls for the 6 numbers 0 to 5.
    String svg = RecursionTreePicture.draw(5, RecursionTreePicture.Words.ENGLISH);
    assertThat(svg).contains("15 calls, of which 9 ask what was asked before");
    assertThat(svg.split("<circle", -1)).hasSize(15 + 1);
    assertThat(svg.split("<line", -1)).as("a line to every call but the first").hasSize(14 + 1);
    Committed.assertSame(Path.of("pictures", "recursion-tree.svg"), svg);
    Committed.assertSame(
        Path.of("pictures", "recursion-tree.zh-CN.svg"),
        RecursionTreePicture.draw(5, RecursionTreePicture.Words.CHINESE));
  }

  @Test
  @DisplayName("the growth of the operations")
  void growth() throws IOException {
    String svg = GrowthPicture.draw(GrowthPicture.Words.ENGLISH);
    assertThat(svg.split("<polyline", -1)).hasSize(4 + 1);
    Committed.assertSame(Path.of("pictures", "growth.svg"), svg);
    Committed.assertSame(
        Path.of("pictures", "growth.zh-CN.svg"), GrowthPicture.draw(GrowthPicture.Words.CHINESE));
  }
}
