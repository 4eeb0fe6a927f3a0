package workbook.parameterdecryption;

import java.util.List;
import workbook.exercise.Todo;

/// The methods that an aspect leaves out without a word.
final class SkippedMethods {

  private SkippedMethods() {}

  /// Names the methods of a bean that want to be decrypted and are not, however they are called:
  /// the [Decrypt] annotation is on the method, on one that it overrides, or on one of an interface
  /// that it implements, and Spring's proxy passes the call on as it is. That proxy is a subclass
  /// of the bean's class. Its aspect asks for the annotation on the method that the bean runs.
  ///
  /// @param bean a class that is not final
  /// @return their names in the order of the alphabet, each once; superclasses are looked through,
  ///   too
  static List<String> of(Class<?> bean) {
    return Todo.todo("parameter-decryption/2");
  }
}
