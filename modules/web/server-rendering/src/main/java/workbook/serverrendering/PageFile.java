package workbook.serverrendering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import workbook.lab.Refusal;

/// A file of the folder of pages, its path taken apart.
///
/// @param file as it was given
/// @param segments its folders and its own name; those that are groups only are left out, and
///   `index` is a segment without tokens
record PageFile(String file, List<List<Token>> segments, List<String> groups) {

  /// @param file the path in the folder of pages, with `/` between names
  /// @throws Refusal as [Token#of] does
  static PageFile of(String file, Consumer<String> warnings) {
    String path = file.replaceFirst("\\.\\w+$", "");
    List<List<Token>> segments = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (String name : path.split("/")) {
      List<Token> tokens = name.equals("index") ? List.of() : Token.of(name, file, warnings);
      if (!tokens.isEmpty() && tokens.stream().allMatch(PageFile::isGroup)) {
        tokens.forEach(token -> groups.add(token.value()));
      } else {
        segments.add(List.copyOf(tokens));
      }
    }
    return new PageFile(file, List.copyOf(segments), List.copyOf(groups));
  }

  private static boolean isGroup(Token token) {
    return token.kind() == Token.Kind.GROUP;
  }

  /// The part of a route's name that a segment gives.
  static String name(List<Token> segment) {
    StringBuilder name = new StringBuilder();
    for (Token token : segment) {
      name.append(isGroup(token) ? "" : token.value());
    }
    return segment.isEmpty() ? "index" : name.toString();
  }
}
