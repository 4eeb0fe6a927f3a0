package workbook.answers.check;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;

/// Loads an answer and its tests from memory, and the rest from the topic's class path. Only what
/// every topic has in the one version of the root pom (JUnit, AssertJ, the to-do marker) is the
/// command's own, and so comes from its cache of loaded classes. What else the command is made of
/// and what a topic is made of never meet.
final class TestLoader extends URLClassLoader {

  private static final List<String> SHARED =
      List.of(
          "org.junit.",
          "org.opentest4j.",
          "org.apiguardian.",
          "org.assertj.",
          "workbook.exercise.");

  private final Map<String, byte[]> classes;

  /// @param classes class files by binary name
  TestLoader(Map<String, byte[]> classes, URL[] classPath) {
    super(classPath, new Shared());
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
  }

  private static final class Shared extends ClassLoader {
    Shared() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (SHARED.stream().anyMatch(name::startsWith)) {
        return TestLoader.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
