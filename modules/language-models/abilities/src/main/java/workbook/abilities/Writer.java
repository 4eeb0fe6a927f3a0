package workbook.abilities;

import java.util.Iterator;
import java.util.List;

/// Who writes a text: a trained network, or a script.
@FunctionalInterface
interface Writer {

  /// What comes behind a text, as much or as little as the writer likes. It may be more than the
  /// reader wants: what comes behind the end of a call is thrown away.
  ///
  /// @param text all that stands there, with the prompt and what tools answered
  /// @return nothing at the end
  String more(String text);

  /// One without weights, which writes what it was given, a piece each time it is asked, whatever
  /// the text says. It shows what the loop does, and nothing about models.
  static Writer script(String... pieces) {
    Iterator<String> rest = List.of(pieces).iterator();
    return _ -> rest.hasNext() ? rest.next() : "";
  }
}
