package workbook.parameterdecryption;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Of each method that is annotated anywhere: is the one that the bean runs overridable, and does
/// it have the annotation itself?
final class SkippedMethods {

  private static final int NOT_OVERRIDABLE = Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL;

  private SkippedMethods() {}

  static List<String> of(Class<?> bean) {
    Set<Class<?>> types = new LinkedHashSet<>();
    collect(bean, types);
    Set<String> names = new TreeSet<>();
    for (Class<?> type : types) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Decrypt.class) && !isAdvised(bean, method)) {
          names.add(method.getName());
        }
      }
    }
    return List.copyOf(names);
  }

  private static void collect(Class<?> type, Set<Class<?>> types) {
    if (type != null && types.add(type)) {
      collect(type.getSuperclass(), types);
      Arrays.stream(type.getInterfaces()).forEach(each -> collect(each, types));
    }
  }

  private static boolean isAdvised(Class<?> bean, Method annotated) {
    if (Modifier.isPrivate(annotated.getModifiers())
        || Modifier.isStatic(annotated.getModifiers())) {
      return false;
    }
    Method run = run(bean, annotated);
    return (run.getModifiers() & NOT_OVERRIDABLE) == 0 && run.isAnnotationPresent(Decrypt.class);
  }

  /// The one in the lowest class that has it; a default method of an interface if none has.
  private static Method run(Class<?> bean, Method method) {
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      for (Method each : type.getDeclaredMethods()) {
        if (each.getName().equals(method.getName())
            && Arrays.equals(each.getParameterTypes(), method.getParameterTypes())) {
          return each;
        }
      }
    }
    return method;
  }
}
