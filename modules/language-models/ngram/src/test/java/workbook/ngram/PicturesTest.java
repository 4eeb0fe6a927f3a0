package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pictures in the notes are what the code draws")
class PicturesTest {

  @Test
  @DisplayName("how many different n-grams")
  void distinct() throws IOException {
    assertSame("distinct.svg", Pictures::distinct);
  }

  @Test
  @DisplayName("how many come that were never seen")
  void unseen() throws IOException {
    assertSame("unseen.svg", Pictures::unseen);
  }

  @Test
  @DisplayName("the score against the order")
  void smoothing() throws IOException {
    assertSame("smoothing.svg", Pictures::smoothing);
  }

  @Test
  @DisplayName("how near to the optimum")
  void optimum() throws IOException {
    assertSame("optimum.svg", Pictures::optimum);
  }

  /// Compares with the committed picture, or writes it under `-Dnotes=update`.
  private static void assertSame(String name, Supplier<String> picture) throws IOException {
    String svg = picture.get();
    Path file = Path.of("pictures", name);
    if ("update".equals(System.getProperty("notes"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, svg);
    }
    assertThat(Files.readString(file, StandardCharsets.UTF_8))
        .as("%s is out of date: mvn test -Dnotes=update draws it again", file)
        .isEqualTo(svg);
  }
}
