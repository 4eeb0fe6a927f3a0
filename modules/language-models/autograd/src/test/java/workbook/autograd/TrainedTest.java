package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.lab.Refusal;

@DisplayName("What was trained, as a program reads it that uses it")
class TrainedTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("has no weight that is NaN or infinite")
  void notFinite() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    for (float number : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      Tensor damaged = Tensor.constant(new float[] {1, number}, 2);
      Safetensors.save(file, Map.of("w", damaged));
      assertThatThrownBy(() -> Trained.read(file))
          .isInstanceOf(Refusal.class)
          .hasMessage("%s: number 1 of 'w' is %s, and every weight must be finite", file, number);
    }
  }
}
