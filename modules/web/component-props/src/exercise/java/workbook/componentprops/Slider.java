package workbook.componentprops;

import java.util.Map;
import workbook.exercise.Todo;

/// A slider's props.
final class Slider {

  private Slider() {}

  /// The runtime declaration.
  ///
  /// - `min` and `max` are numbers; absent they are 0 and 100.
  /// - `value` is a number that must be given. The validator refuses what is not from `min` to
  ///   `max`, both included, and NaN. Where `min` or `max` is no number it refuses nothing: their
  ///   own warnings say what is wrong.
  /// - `marks` is an array; absent it is an array of `min` and `max`, as they are resolved, which
  ///   each slider may change for itself.
  static Map<String, Prop> props() {
    return Todo.todo("component-props/2");
  }
}
