package workbook.raceconditions;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;

/// A form of withdrawal as another program has it: its classes, and those that it needs of this
/// package, are loaded anew. So a lock in Java is a lock of that program alone, as it is where an
/// application runs on two servers.
final class OwnProgram extends ClassLoader {

  private static final String PACKAGE = OwnProgram.class.getPackageName() + ".";

  private OwnProgram(ClassLoader parent) {
    super(parent);
  }

  /// The same form, in a program of its own.
  static Withdrawal of(Class<? extends Withdrawal> form) throws ReflectiveOperationException {
    Class<?> loaded = new OwnProgram(form.getClassLoader()).loadClass(form.getName());
    Constructor<?> constructor = loaded.getDeclaredConstructor();
    constructor.setAccessible(true);
    return (Withdrawal) constructor.newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean shared =
        !name.startsWith(PACKAGE)
            || name.equals(Withdrawal.class.getName())
            || name.equals(Request.class.getName());
    if (shared) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
