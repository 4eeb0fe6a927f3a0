package workbook.text;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option of an example that reads a text, to be mixed in:
///
/// ```java
/// @Mixin private CorpusOption text;
/// ```
public final class CorpusOption {

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "A file in UTF-8, or 'grammar'. Without it: the names of Unicode's characters.")
  private String text;

  /// The text that was asked for: a file, `grammar` for [Corpus#grammar], and without the option
  /// [Corpus#unicodeNames].
  ///
  /// @throws IllegalArgumentException as [Corpus#file] does
  public Corpus corpus() {
    if (text == null) {
      return Corpus.unicodeNames();
    }
    return text.equals("grammar") ? Corpus.grammar() : Corpus.file(Path.of(text));
  }
}
