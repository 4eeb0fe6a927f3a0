package workbook.componentprops;

import java.util.List;
import java.util.Map;
import workbook.exercise.Todo;

/// What a prop that may be a Boolean resolves to.
final class BooleanCast {

  private BooleanCast() {}

  /// The value of a prop without a default, one of whose types is Boolean. Given under its name in
  /// code or under its hyphenated one. Absent: false. An empty string or the prop's hyphenated
  /// name: true, unless String stands before Boolean. Everything else stays as it was given.
  ///
  /// @param prop its name in code, `isOpen`
  /// @param types in the order of the declaration
  /// @param given the attributes by the names that the template writes
  static Object value(String prop, List<Type> types, Map<String, Object> given) {
    return Todo.todo("component-props/1");
  }
}
