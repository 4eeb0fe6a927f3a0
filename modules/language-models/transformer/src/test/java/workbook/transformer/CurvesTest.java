package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.text.Grammar;
import workbook.topictest.Committed;

@DisplayName("Loss curves")
@Tag("solutions")
class CurvesTest {

  /// No model is better than the grammar: the score over 60,000 places is above its entropy, but
  /// for chance, which is less than 0.01.
  @Test
  @DisplayName(
      "are what the pictures in the notes show; they come near to the entropy, and not below")
  void pictures() throws IOException {
    Map<Curves.Variant, Curves.Curve> curves = Curves.curves();
    for (Curves.Curve curve : curves.values()) {
      assertThat(curve.validation())
          .isBetween(Grammar.ENGLISH.entropyRate() - 0.01, Grammar.ENGLISH.entropyRate() + 0.2);
    }
    for (String name : new String[] {"curves.svg", "curves.zh-CN.svg"}) {
      String svg = CurvesPicture.draw(curves, name.contains("zh"));
      assertThat(svg.split("<polyline", -1)).hasSize(3 + 1);
      Committed.assertSame(Path.of("pictures", name), svg);
    }
  }
}
