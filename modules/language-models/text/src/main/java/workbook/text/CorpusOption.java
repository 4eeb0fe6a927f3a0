package workbook.text;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option of an example that says which text it reads.
public final class CorpusOption {

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description =
          "A text in UTF-8, or 'grammar' for the grammar of known entropy; without it, the names of"
              + " Unicode's characters.")
  private String text;

  /// @throws IllegalArgumentException if there is no such file, or it cannot be read
  public Corpus corpus() {
    if (text == null) {
      return Corpus.unicodeNames();
    }
    return text.equals("grammar") ? Corpus.grammar() : Corpus.file(Path.of(text));
  }
}
