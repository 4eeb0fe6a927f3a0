package workbook.abilities;

import java.util.Iterator;
import java.util.function.UnaryOperator;

/// After each piece the whole is searched, so it does not matter how a mark was cut.
final class Splice {

  private static final String BEGIN = "<call>";
  private static final String END = "</call>";

  private Splice() {}

  static String write(Iterator<String> pieces, UnaryOperator<String> tool) {
    StringBuilder text = new StringBuilder();
    while (pieces.hasNext()) {
      text.append(pieces.next());
      int begin = text.indexOf(BEGIN);
      int end = begin < 0 ? -1 : text.indexOf(END, begin + BEGIN.length());
      if (end >= 0) {
        String answer = answer(tool, text.substring(begin + BEGIN.length(), end));
        text.setLength(end + END.length());
        return text + "<result>" + answer.replace("<", "&lt;") + "</result>";
      }
    }
    return text.toString();
  }

  private static String answer(UnaryOperator<String> tool, String call) {
    try {
      return tool.apply(call);
    } catch (RuntimeException _) {
      return "error";
    }
  }
}
