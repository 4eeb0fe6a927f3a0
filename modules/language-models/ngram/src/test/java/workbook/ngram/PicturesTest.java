package workbook.ngram;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.topictest.Committed;

@DisplayName("The pictures in the notes are what the code draws")
class PicturesTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("how many different n-grams")
  void distinct(Pictures language) throws IOException {
    Committed.assertSame(Path.of("pictures", language.file("distinct")), language.distinct());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("the score against the order")
  void smoothing(Pictures language) throws IOException {
    Committed.assertSame(Path.of("pictures", language.file("smoothing")), language.smoothing());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("how near to the optimum")
  void optimum(Pictures language) throws IOException {
    Committed.assertSame(Path.of("pictures", language.file("optimum")), language.optimum());
  }
}
