package workbook.componentprops;

import java.util.List;
import java.util.Optional;
import workbook.exercise.Todo;

/// A template that stands in an HTML page, where the browser reads it before Vue does.
final class InPage {

  private InPage() {}

  /// The attribute to write instead of one that misses its prop. A browser makes the letters A to Z
  /// of an attribute's name small; only then Vue camelizes it and looks for a prop of that name.
  /// What misses all props, but would be one of them if hyphens and the case of letters did not
  /// matter, was meant for that prop.
  ///
  /// @param attribute its name, as the page has it, in ASCII
  /// @param props the declared props, by their names in code, all different in their letters
  /// @return the hyphenated name of the prop that was meant; nothing if the attribute reaches a
  ///   prop, if none was meant, or if even the hyphenated name would not reach it
  static Optional<String> insteadOf(String attribute, List<String> props) {
    return Todo.todo("component-props/3");
  }
}
