package workbook.ngram;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import workbook.text.Corpus;

/// What was asked for.
///
/// @param text a file in place of the two texts that come with the workbook
/// @param method one way of smoothing instead of all
/// @param arpa where to write the model
record Arguments(
    Optional<Path> text, Optional<Integer> order, Optional<Method> method, Optional<Path> arpa) {

  static final int LARGEST_ORDER = 20;

  private static final List<String> OPTIONS =
      List.of("--text FILE", "--order N", "--smoothing NAME", "--arpa FILE");

  /// @throws IllegalArgumentException if they are wrong, with what would be right
  static Arguments parse(String... args) {
    Arguments found =
        new Arguments(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    for (int i = 0; i < args.length; i += 2) {
      String option = args[i];
      if (OPTIONS.stream().noneMatch(known -> known.startsWith(option + " "))) {
        throw new IllegalArgumentException(
            "there is no option %s; there are %s".formatted(option, String.join(", ", OPTIONS)));
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      found = found.with(option, args[i + 1]);
    }
    if (found.arpa.isPresent() && found.text.isEmpty()) {
      throw new IllegalArgumentException(
          "--arpa needs --text: without, there are two texts and one file");
    }
    return found;
  }

  private Arguments with(String option, String value) {
    return switch (option) {
      case "--text" -> new Arguments(Optional.of(Path.of(value)), order, method, arpa);
      case "--order" -> new Arguments(text, Optional.of(order(value)), method, arpa);
      case "--smoothing" -> new Arguments(text, order, Optional.of(Method.named(value)), arpa);
      default -> new Arguments(text, order, method, Optional.of(Path.of(value)));
    };
  }

  private static int order(String value) {
    try {
      int order = Integer.parseInt(value);
      if (order >= 1 && order <= LARGEST_ORDER) {
        return order;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "--order must be a whole number from 1 to %d, and was '%s'"
            .formatted(LARGEST_ORDER, value));
  }

  List<Corpus> corpora() {
    return text.map(file -> List.of(Corpus.file(file)))
        .orElseGet(() -> List.of(Corpus.unicodeNames(), Corpus.grammar()));
  }
}
