package workbook.componentprops;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/// A type of the runtime declaration: JavaScript's constructor of that name.
///
/// @param accepts whether a value passes: Vue's `assertType`
public record Type(String name, Predicate<Object> accepts) {

  public static final Type STRING = new Type("String", String.class::isInstance);
  public static final Type NUMBER = new Type("Number", Js::isNumber);
  public static final Type BOOLEAN = new Type("Boolean", Boolean.class::isInstance);
  public static final Type FUNCTION = new Type("Function", JsFunction.class::isInstance);
  public static final Type SYMBOL = new Type("Symbol", Symbol.class::isInstance);
  public static final Type BIG_INT = new Type("BigInt", BigInteger.class::isInstance);
  public static final Type ARRAY = new Type("Array", List.class::isInstance);
  public static final Type DATE = new Type("Date", Instant.class::isInstance);
  public static final Type SET = new Type("Set", Set.class::isInstance);
  public static final Type PROMISE = new Type("Promise", CompletionStage.class::isInstance);
  public static final Type ERROR = new Type("Error", Throwable.class::isInstance);

  /// Everything that is no primitive value and no function: an array, too.
  public static final Type OBJECT = new Type("Object", Js::isObject);

  /// `null`. As the only type of a prop it means that nothing is checked.
  public static final Type NULL = new Type("null", value -> value == null);

  /// A class of one's own.
  public static Type of(Class<?> type) {
    return new Type(type.getSimpleName(), type::isInstance);
  }

  /// The name, as a declaration shows it.
  @Override
  public String toString() {
    return name;
  }
}
