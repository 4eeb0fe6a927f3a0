package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The pictures in the notes are what the code draws")
class PicturesTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("how many different n-grams")
  void distinct(Pictures language) throws IOException {
    assertSame(language.file("distinct"), language.distinct());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("the score against the order")
  void smoothing(Pictures language) throws IOException {
    assertSame(language.file("smoothing"), language.smoothing());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("how near to the optimum")
  void optimum(Pictures language) throws IOException {
    assertSame(language.file("optimum"), language.optimum());
  }

  /// Compares with the committed picture, or writes it under `-Dnotes=update`.
  private static void assertSame(String name, String svg) throws IOException {
    Path file = Path.of("pictures", name);
    if ("update".equals(System.getProperty("notes"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, svg);
    }
    assertThat(Files.readString(file))
        .as("%s is out of date: mvn test -Dnotes=update draws it again", file)
        .isEqualTo(svg);
  }
}
