package workbook.componentprops;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The type-based declaration, as `defineProps<…>()`: the components of a record are the props of a
/// component. For a record `BlogPost` the processor writes a class `BlogPostProps`, whose method
/// `props` gives the runtime declaration.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface DefineProps {}
