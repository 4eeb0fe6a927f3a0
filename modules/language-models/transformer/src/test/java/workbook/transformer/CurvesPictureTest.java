package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The picture of the loss curves")
class CurvesPictureTest {

  private static String draw(boolean chinese) {
    Map<Curves.Variant, Curves.Curve> curves = new EnumMap<>(Curves.Variant.class);
    double loss = 4;
    for (Curves.Variant variant : Curves.Variant.values()) {
      double[] losses = new double[Curves.STEPS / Curves.MEAN];
      Arrays.fill(losses, loss);
      curves.put(variant, new Curves.Curve(losses, loss));
      loss /= 4;
    }
    return CurvesPicture.draw(curves, chinese);
  }

  /// From 4 at the height 60 to 1/4 at 280 each halving takes a fourth: 1 is at 170. The first
  /// point stands for the steps 0 to 9, so at 5 of 300 on 480 pixels behind 70, which is 78; the
  /// last at 295, which is 542. The entropy, 0.2783, is ln(4 / 0.2783) / ln 16 = 0.9613 of the way.
  @Test
  @DisplayName("has every curve at its height, from its first step to its last")
  void points() {
    String svg = draw(false);
    assertThat(svg)
        .containsPattern("points='78\\.0,60\\.0 94\\.0,60\\.0 .* 542\\.0,60\\.0' .*#3d7fc1")
        .containsPattern("points='78\\.0,170\\.0 .* 542\\.0,170\\.0' .*#66727f")
        .containsPattern("points='78\\.0,280\\.0 .* 542\\.0,280\\.0' .*#d9532c")
        .containsPattern("y1='271\\.5' x2='550\\.0' y2='271\\.5' .*stroke-dasharray");
    assertThat(svg)
        .containsPattern("x='62\\.0' y='175\\.0' .*>1</text>")
        .containsPattern("x='62\\.0' y='285\\.0' .*>0\\.25</text>")
        .containsPattern("x='550\\.0' y='300\\.0' .*>300</text>")
        .containsPattern("x='310\\.0' y='322\\.0' .*>step</text>")
        .containsPattern("x='108\\.0' y='368\\.0' .*>the same with RoPE for the positions</text>")
        .containsPattern("y='412\\.0' .*>entropy of the grammar itself: 0\\.2783</text>");
  }

  @Test
  @DisplayName("speaks Chinese on the Chinese page")
  void chinese() {
    assertThat(draw(true)).contains(">训练步数<", ">同上，但位置用 RoPE<").doesNotContain(">step<");
  }
}
