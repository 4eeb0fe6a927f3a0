package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.aspectj.annotation.AspectJProxyFactory;
import workbook.exercise.Exercise;

@Exercise(
    id = "parameter-decryption/2",
    title = "What the aspect will skip",
    hints = {
      "A proxy is a subclass. Which methods can a subclass not override? And which annotations does a"
          + " method that overrides another one inherit?",
      "Look for the annotation in the class, its superclasses and all their interfaces. Then look for"
          + " the method that the bean really runs: the first one of the same name and parameters, from"
          + " the class upwards.",
      "Collect the class, its superclasses and all interfaces. For each of their getDeclaredMethods()"
          + " with the annotation: if it is private or static, add its name. Otherwise find the first method"
          + " with this name and these parameter types from the bean's class upwards, or take the"
          + " method itself if there is none; add the name if that one is final or has no Decrypt."
          + " A TreeSet sorts."
    },
    chinese =
        @Exercise.Chinese(
            title = "切面会跳过哪些方法",
            hints = {
              "代理是一个子类。子类不能重写哪些方法？重写的方法又会继承哪些注解？",
              "在这个类、它的父类和所有接口中查找注解。再找 bean 真正执行的方法：从这个类向上，第一个名字和参数都相同的方法。",
              "收集这个类、它的父类和所有接口。对其中每个带注解的 getDeclaredMethods()：如果是 private 或 static，就加入它的名字；否则从 bean 的类向上找第一个名字和参数类型都相同的方法，找不到就用它自己，如果找到的方法是 final 或没有 Decrypt，就加入它的名字。用 TreeSet 排序。"
            }))
@DisplayName("Exercise 2: what the aspect will skip")
class SkippedMethodsTest {

  static class Plain {
    @Decrypt
    public String a(String text) {
      return text;
    }

    @Decrypt
    protected String b(String text) {
      return text;
    }

    @Decrypt
    String c(String text) {
      return text;
    }

    /// Not annotated: it wants nothing.
    public final String d(String text) {
      return text;
    }
  }

  static class Unreachable {
    @Decrypt
    public final String last(String text) {
      return text;
    }

    @Decrypt
    private String hidden(String text) {
      return text;
    }

    @Decrypt
    static String shared(String text) {
      return text;
    }

    @Decrypt
    public String fine(String text) {
      return text;
    }
  }

  /// It declares nothing, and has all of it.
  static class Child extends Unreachable {}

  static class Forgets extends Plain {
    @Override
    public String a(String text) {
      return text;
    }

    @Override
    @Decrypt
    public String b(String text) {
      return text;
    }
  }

  /// What was lost above is there again.
  static class Remembers extends Forgets {
    @Override
    @Decrypt
    public String a(String text) {
      return text;
    }
  }

  static class Closes extends Plain {
    @Override
    @Decrypt
    public final String a(String text) {
      return text;
    }
  }

  interface Rules {
    @Decrypt
    String check(String text);

    @Decrypt
    default String preset(String text) {
      return text;
    }
  }

  interface MoreRules extends Rules {}

  static class ByInterface implements MoreRules {
    @Override
    public String check(String text) {
      return text;
    }
  }

  static class ByBoth implements Rules {
    @Override
    @Decrypt
    public String check(String text) {
      return text;
    }
  }

  static class FromAbove extends ByInterface {}

  static class Overloaded {
    @Decrypt
    public String twice(String text) {
      return text;
    }

    @Decrypt
    public final String twice(String text, String other) {
      return text;
    }

    public final String twice(StringBuilder text) {
      return text.toString();
    }
  }

  /// Its own method is another one.
  static class OtherParameters extends Plain {
    public final String a(StringBuilder text) {
      return text.toString();
    }
  }

  static List<Class<?>> beans() {
    return List.of(
        Plain.class,
        Unreachable.class,
        Child.class,
        Forgets.class,
        Remembers.class,
        Closes.class,
        ByInterface.class,
        ByBoth.class,
        FromAbove.class,
        Overloaded.class,
        OtherParameters.class);
  }

  @ParameterizedTest
  @MethodSource("beans")
  @DisplayName("are the methods that a proxy of Spring's does not decrypt")
  void asSpringDoes(Class<?> bean) throws ReflectiveOperationException {
    assertThat(SkippedMethods.of(bean))
        .as("the skipped methods of %s", bean.getSimpleName())
        .isEqualTo(skippedBySpring(bean));
  }

  /// Makes the proxy, and calls everything that is annotated.
  private static List<String> skippedBySpring(Class<?> bean) throws ReflectiveOperationException {
    var constructor = bean.getDeclaredConstructor();
    AspectJProxyFactory factory = new AspectJProxyFactory(constructor.newInstance());
    factory.setProxyTargetClass(true);
    factory.addAspect(new DecryptAspect());
    Object proxy = factory.getProxy(bean.getClassLoader());
    TreeSet<String> skipped = new TreeSet<>();
    for (Class<?> type :
        List.of(Plain.class, Unreachable.class, Rules.class, Overloaded.class, ByBoth.class)) {
      for (Method method : type.getDeclaredMethods()) {
        if (type.isAssignableFrom(bean) && method.isAnnotationPresent(Decrypt.class)) {
          method.setAccessible(true);
          Object[] texts = new String[method.getParameterCount()];
          Arrays.fill(texts, "terces");
          if (method.invoke(proxy, texts).equals("terces")) {
            skipped.add(method.getName());
          }
        }
      }
    }
    return List.copyOf(skipped);
  }
}
