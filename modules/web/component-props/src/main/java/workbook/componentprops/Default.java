package workbook.componentprops;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The default of a prop, which may be absent then: `{ likes = 0 } = defineProps<…>()`.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.SOURCE)
public @interface Default {

  /// A JavaScript literal: `0`, `'none'`, `[]`. An array or an object is made for each instance.
  String value();
}
