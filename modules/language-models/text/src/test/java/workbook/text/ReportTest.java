package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The end of a training")
class ReportTest {

  @Test
  @DisplayName("shows what a model writes without a command to the terminal")
  void escapes() {
    // Nine tenths of this are escapes that wipe the screen.
    Corpus corpus = Corpus.of("wipes", "\u001b[2J".repeat(20));
    String printed = printed(new Frequencies(corpus), corpus);
    assertThat(printed).contains("\\u001B").startsWith("  | ").doesNotContain("\u001b");
  }

  private static String printed(LanguageModel model, Corpus corpus) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), model, corpus, 1);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
