package workbook.inference;

import java.util.ArrayList;
import java.util.List;
import workbook.lab.Printable;
import workbook.text.Tokenizer;

/// Text of tokens that come one by one. A token may end within a character: it waits for the rest.
final class StreamedText {

  /// Of the longest character in UTF-8.
  private static final int MOST_BYTES = 4;

  private static final String INCOMPLETE = "\uFFFD";

  private final Tokenizer tokenizer;
  private final List<Integer> pending = new ArrayList<>();

  StreamedText(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /// What can be shown now; what would direct a terminal is an escape.
  String add(int token) {
    pending.add(token);
    String text = text();
    if (text.endsWith(INCOMPLETE) && pending.size() < MOST_BYTES) {
      return "";
    }
    pending.clear();
    return text;
  }

  /// What is left at the end.
  String rest() {
    String text = text();
    pending.clear();
    return text;
  }

  private String text() {
    int[] tokens = pending.stream().mapToInt(Integer::intValue).toArray();
    return Printable.of(tokenizer.decode(tokens));
  }
}
