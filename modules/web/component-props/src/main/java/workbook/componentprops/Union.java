package workbook.componentprops;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The types of a prop that is an `Object` to Java: `string | number`.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.SOURCE)
public @interface Union {

  /// In the order in which TypeScript has them; it decides how `""` is cast.
  Class<?>[] value();
}
