package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import workbook.autograd.Safetensors;
import workbook.autograd.Tensor;

@DisplayName("The tensors of a folder")
class ShardsTest {

  private static final int MANY = 10_000;

  @TempDir private Path folder;

  @Test
  @Timeout(60)
  @DisplayName("are read one by one in a time that grows as their number, not as its square")
  void many() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < MANY; i++) {
      tensors.put("tensor." + i, Tensor.constant(new float[] {i}, 1));
    }
    Safetensors.save(folder.resolve(Shards.SINGLE), tensors);
    Shards shards = new Shards(folder);
    // The header has 0.8 MB. Read again for each tensor, it would be 8 GB: several minutes.
    for (int i = 0; i < MANY; i++) {
      assertThat(shards.read("tensor." + i)).containsExactly(i);
    }
  }
}
