package workbook.abilities;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A text that a writer and a tool write together. The writer begins a call with `[` and is stopped
/// at `=`; the tool's answer and `]` are written there, and the writer goes on behind them.
final class ToolLoop {

  static final char BEGIN = '[';
  static final char STOP = '=';
  static final char END = ']';

  /// The most characters of a call, and of the whole that is written.
  static final int LONGEST_CALL = 64;

  static final int LONGEST = 512;

  /// A piece of what came behind the prompt.
  ///
  /// @param tool whether the tool wrote it; such a piece is masked from the loss, for nobody wants
  ///   the model to learn to guess it
  record Part(String text, boolean tool) {}

  /// What came behind the prompt.
  ///
  /// @param thrownAway what the writer had written behind the end of a call, before it was stopped
  record Written(List<Part> parts, String thrownAway) {
    String text() {
      return parts.stream().map(Part::text).collect(Collectors.joining());
    }
  }

  private final Writer writer;
  private final UnaryOperator<String> tool;
  private final StringBuilder text;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder thrownAway = new StringBuilder();
  private int begin;
  private int call = -1;

  private ToolLoop(Writer writer, UnaryOperator<String> tool, String prompt) {
    this.writer = writer;
    this.tool = tool;
    this.text = new StringBuilder(prompt);
    this.begin = prompt.length();
  }

  /// Lets both write, to the end.
  ///
  /// @param tool is given what stands between `[` and `=`, and answers in one line
  /// @param prompt only read: what looks like a call in it is text
  static Written run(Writer writer, UnaryOperator<String> tool, String prompt) {
    ToolLoop loop = new ToolLoop(writer, tool, prompt);
    loop.run(prompt.length() + LONGEST);
    return new Written(List.copyOf(loop.parts), loop.thrownAway.toString());
  }

  private void run(int longest) {
    String piece = writer.more(text.toString());
    while (!piece.isEmpty() && text.length() < longest) {
      int taken = take(piece);
      thrownAway.append(piece, taken, piece.length());
      piece = writer.more(text.toString());
    }
    if (call >= 0) {
      answer("error: the call has no end");
    }
    keep(false);
  }

  /// Up to the end of a call, or all of it.
  private int take(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      text.append(c);
      if (call >= 0 && isOver(c)) {
        return i + 1;
      }
      if (c == BEGIN) {
        call = text.length();
      }
    }
    return piece.length();
  }

  /// Whether a character ended the call, well or not; then it is answered.
  private boolean isOver(char c) {
    switch (c) {
      case STOP -> answer(tool.apply(text.substring(call, text.length() - 1)));
      case BEGIN -> answer("error: a call within a call");
      case END, '\n', '\r' -> answer("error: the call has no equals sign");
      default -> {
        if (text.length() - call < LONGEST_CALL) {
          return false;
        }
        answer("error: the call is too long");
      }
    }
    return true;
  }

  private void answer(String line) {
    keep(false);
    text.append(line).append(END);
    keep(true);
    call = -1;
  }

  private void keep(boolean byTool) {
    if (begin < text.length()) {
      parts.add(new Part(text.substring(begin), byTool));
      begin = text.length();
    }
  }
}
