package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Committed;

@DisplayName("Gradients by depth")
class DepthTest {

  /// Of 24 blocks.
  private static final Map<Block.Order, double[]> CURVES = Depth.curves();

  @ParameterizedTest
  @ValueSource(strings = {"depth.svg", "depth.zh-CN.svg"})
  @DisplayName("are what the picture in the notes shows")
  void picture(String name) throws IOException {
    String svg = DepthPicture.draw(CURVES, name.contains("zh"));
    assertThat(svg.split("<polyline", -1)).hasSize(4 + 1);
    Committed.assertSame(Path.of("pictures", name), svg);
  }

  /// Xiong and others, 2020 (On Layer Normalization in the Transformer Architecture): the gradient
  /// of the last block does not depend on the depth with the norm behind, and falls as 1 / √L with
  /// the norm before. From 6 to 24 blocks that is 1 / √4.
  @Test
  @DisplayName("fall at the last block with the root of the depth in pre-norm only")
  void law() {
    assertThat(change(Block.Order.PRE)).isBetween(0.35, 0.65);
    assertThat(change(Block.Order.POST)).isBetween(0.7, 1.4);
  }

  private static double change(Block.Order order) {
    return CURVES.get(order)[23] / Depth.norms(order, 6)[5];
  }

  /// Wang and others, 2022 (DeepNet): what a block adds is bounded whatever the depth.
  @Test
  @DisplayName("are alike in all blocks with DeepNorm, not with pre-norm")
  void deep() {
    assertThat(spread(Block.Order.DEEP)).isLessThan(1.5);
    assertThat(spread(Block.Order.PRE)).isGreaterThan(3);
  }

  /// The largest gradient, divided by the smallest.
  private static double spread(Block.Order order) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (double norm : CURVES.get(order)) {
      largest = Math.max(largest, norm);
      smallest = Math.min(smallest, norm);
    }
    return largest / smallest;
  }
}
