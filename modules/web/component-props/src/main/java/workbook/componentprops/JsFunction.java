package workbook.componentprops;

import java.util.Map;
import java.util.function.Function;

/// A JavaScript function: as a prop's value, or as the factory of its default.
///
/// @param source what JavaScript shows when it makes a string of the function
/// @param body what it does with its one argument, the props
public record JsFunction(String source, Function<Map<String, Object>, Object> body) {

  @Override
  public String toString() {
    return source;
  }
}
