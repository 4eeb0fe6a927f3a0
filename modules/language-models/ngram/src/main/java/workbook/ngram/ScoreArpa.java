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

/// What a model from an ARPA file, of whatever program, says of a sentence: for each word the
/// logarithm of its probability to base 10, as such programs print it.
///
/// `./workbook run ngram/score-arpa FILE WORD…`
public final class ScoreArpa {

  private ScoreArpa() {}

  static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, or 2 if the arguments or the file are wrong
  static int run(PrintStream out, PrintStream err, String... args) {
    try {
      if (args.length < 2) {
        throw new IllegalArgumentException("give an ARPA file and words");
      }
      print(out, read(Path.of(args[0])), List.of(args).subList(1, args.length));
      return 0;
    } catch (IllegalArgumentException e) {
      err.println("ngram/score-arpa: " + e.getMessage());
      return 2;
    }
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
    int[] text = words.stream().mapToInt(word -> symbol(model, word)).toArray();
    double sum = 0;
    for (int i = 0; i < text.length; i++) {
      double log = model.model().log10(text, i, text[i]);
      out.printf(Locale.ROOT, "%10.6f  %s%n", log, words.get(i));
      sum += log;
    }
    out.printf(Locale.ROOT, "%10.6f  together%n", sum);
  }

  private static int symbol(Arpa.Named model, String word) {
    int symbol = model.words().indexOf(word);
    int unknown = model.words().indexOf("<unk>");
    if (symbol < 0 && unknown < 0) {
      throw new IllegalArgumentException(
          "the model does not know '%s', and has no <unk>".formatted(word));
    }
    return symbol < 0 ? unknown : symbol;
  }
}
