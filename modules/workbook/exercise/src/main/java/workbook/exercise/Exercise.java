package workbook.exercise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/// Marks the test class of an exercise, and says what the exercise asks for. The learner writes the
/// class of the same name without `Test` at its end, and does not open this one: the hints are in
/// it.
@Documented
@Tag("exercise")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Exercise {

  /// The topic and a number that counts from 1, for instance `climbing-stairs/2`.
  String id();

  /// What the exercise asks for, in a few words.
  String title();

  /// Three hints, from a nudge to nearly the answer.
  String[] hints();

  /// Title and hints for readers of Chinese.
  Chinese chinese() default
      @Chinese(
          title = "",
          hints = {});

  /// Title and hints in Chinese.
  @Target({})
  @interface Chinese {
    String title();

    String[] hints();
  }
}
