package workbook.autograd;

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
  @ValueSource(strings = {"neuron.svg", "neuron.zh-CN.svg"})
  @DisplayName("the graph of a neuron")
  void graph(String name) throws IOException {
    String svg =
        GraphPicture.draw(
            name.contains("zh") ? GraphPicture.Words.CHINESE : GraphPicture.Words.ENGLISH);
    // 5 numbers and 5 operations, each in a box, on a page; two inputs to all operations but tanh.
    assertThat(svg.split("<rect", -1)).hasSize(10 + 1 + 1);
    assertThat(svg.split("<line", -1)).hasSize(4 * 2 + 1 + 1);
    Committed.assertSame(Path.of("pictures", name), svg);
  }
}
