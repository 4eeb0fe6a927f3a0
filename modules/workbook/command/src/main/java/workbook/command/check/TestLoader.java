package workbook.command.check;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;

/// Loads an answer and its tests from memory, and the rest from the topic's class path. Only JUnit
/// and the to-do marker are the command's own, so that what the command is made of and what a topic
/// is made of never meet.
final class TestLoader extends URLClassLoader {

  private static final List<String> SHARED =
      List.of("org.junit.", "org.opentest4j.", "org.apiguardian.", "workbook.exercise.");

  private final Map<String, byte[]> classes;

  /// @param classes class files by binary name
  TestLoader(Map<String, byte[]> classes, List<URL> classPath) {
    super(classPath.toArray(URL[]::new), new Shared());
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
