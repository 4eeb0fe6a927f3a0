package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;

@DisplayName("The pictures in the notes are what the code draws")
class PicturesTest {

  @Test
  @DisplayName("the parts of a sealed body, all of them")
  void envelope() throws IOException {
    String svg = EnvelopePicture.draw(EnvelopePicture.Words.ENGLISH);
    assertThat(svg)
        .contains(
            Arrays.stream(Envelope.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> ">" + name + "<")
                .toList());
    Committed.assertSame(Path.of("pictures", "envelope.svg"), svg);
    Committed.assertSame(
        Path.of("pictures", "envelope.zh-CN.svg"),
        EnvelopePicture.draw(EnvelopePicture.Words.CHINESE));
  }
}
