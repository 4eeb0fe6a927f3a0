package workbook.exercise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a class as an exercise: a stub with a contract, for the learner to fill in.
///
/// The tests of an exercise `Stub` are the class `StubTest` in the same package.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Exercise {

  /// The topic and a number that counts from 1, for instance `climbing-stairs/2`.
  String id();

  /// What the exercise asks for, in a few words.
  String title();

  /// Three hints, from a nudge to nearly the answer.
  String[] hints();
}
