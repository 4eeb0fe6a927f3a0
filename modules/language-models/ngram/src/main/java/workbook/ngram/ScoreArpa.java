package workbook.ngram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.text.Show;

/// What a model from an ARPA file, of whatever program, says of a sentence: for each word the
/// logarithm of its probability to base 10, as such programs print it.
@Command(
    name = "ngram/score-arpa",
    description = "What a model in an ARPA file says of a sentence, word by word.")
public final class ScoreArpa implements Example {

  /// What stands before the first word. No model foretells it, and files have some number for it,
  /// often -99.
  private static final String BEGINNING = "<s>";

  /// What stands for any word that is not in the file.
  private static final List<String> UNKNOWN = List.of("<unk>", "<UNK>");

  @Parameters(index = "0", paramLabel = "FILE", description = "The ARPA file.")
  private Path file;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORD", description = "The sentence.")
  private List<String> sentence;

  static void main(String[] args) {
    Example.main(new ScoreArpa(), args);
  }

  @Override
  public int run(PrintStream out) {
    print(out, read(file), sentence);
    return 0;
  }

  private static Arpa.Named read(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return Arpa.read(file.toString(), reader);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void print(PrintStream out, Arpa.Named model, List<String> words) {
    int again = words.lastIndexOf(BEGINNING);
    if (again > 0) {
      throw new IllegalArgumentException(
          "%s begins a sentence, and is word %d of this one".formatted(BEGINNING, again + 1));
    }
    int[] text = words.stream().mapToInt(word -> symbol(model, word)).toArray();
    double sum = 0;
    for (int i = 0; i < text.length; i++) {
      String word = Show.text(words.get(i));
      if (words.get(i).equals(BEGINNING)) {
        out.printf("%10s  %s%n", "given", word);
      } else {
        double log = model.model().log10(text, i, text[i]);
        out.printf(Locale.ROOT, "%10.6f  %s%n", log, word);
        sum += log;
      }
    }
    out.printf(Locale.ROOT, "%10.6f  together%n", sum);
  }

  private static int symbol(Arpa.Named model, String word) {
    return Stream.concat(Stream.of(word), UNKNOWN.stream())
        .mapToInt(model.words()::indexOf)
        .filter(symbol -> symbol >= 0)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the model does not know '%s', and has no <unk>".formatted(word)));
  }
}
