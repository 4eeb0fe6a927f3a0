package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;

class PictureTest {

  @Test
  @DisplayName("The picture of the notes is what the code draws (-Dnotes=update draws it anew)")
  void committed() throws IOException {
    Committed.assertSame(Path.of("pictures", "none-one-all.svg"), Picture.svg());
  }

  @Test
  @DisplayName("A mark stands below each base that holds: none, one, and 3 to 18")
  void marks() {
    String[] panels = Picture.svg().split("<g ");
    assertThat(panels).hasSize(4);
    assertThat(panels[1]).doesNotContain("#2f7d4f");
    // The bar and the number.
    assertThat(panels[2].split("#2f7d4f", -1)).hasSize(1 + 2);
    assertThat(panels[2]).contains(">13</text>");
    assertThat(panels[3].split("#2f7d4f", -1)).hasSize(1 + 16);
  }
}
