package workbook.ngram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// ARPA files: back-off models as text, the form in which SRILM, KenLM and IRSTLM exchange them.
///
/// ```text
/// \data\
/// ngram 1=2
/// ngram 2=1
///
/// \1-grams:
/// -0.30103 a -0.1     the logarithm of a probability, a word, and the weight of it as a context
/// -0.30103 b
///
/// \2-grams:
/// -0.2 a b
///
/// \end\
/// ```
public final class Arpa {

  private Arpa() {}

  /// A model with the words that its symbols stand for.
  public record Named(Backoff model, List<String> words) {}

  /// Reads a model.
  ///
  /// @param name what messages call the file
  /// @throws IllegalArgumentException if it is malformed, with the line and the reason
  public static Named read(String name, BufferedReader reader) throws IOException {
    return new ArpaReader(name, reader).read();
  }

  /// Writes a model.
  ///
  /// @param words what the symbols are called: different words without white space
  /// @throws IllegalArgumentException if a word has white space or is there twice
  public static void write(Backoff model, List<String> words, Writer writer) throws IOException {
    check(words);
    new ArpaWriter(model, words, writer).write();
  }

  private static void check(List<String> words) {
    for (String word : words) {
      if (word.isEmpty() || word.chars().anyMatch(Character::isWhitespace)) {
        throw new IllegalArgumentException(
            "'%s' cannot be a word in an ARPA file, where white space is between words"
                .formatted(word));
      }
    }
    if (words.stream().distinct().count() < words.size()) {
      throw new IllegalArgumentException("two symbols have the same word");
    }
  }
}
