package workbook.topictest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import workbook.answers.pages.Examples;
import workbook.answers.tree.Tree;

/// The examples of a topic run in this JVM, with classes of their own: what tests did to the
/// topic's classes does not show, and the JVM is warm. Not for several threads at once, for the
/// streams are those of the JVM.
public final class ThisProcess implements Examples, AutoCloseable {

  private final Tree tree;
  private final ExampleLoader loader;

  /// @param classPath of which the folders are loaded anew
  public ThisProcess(Tree tree, List<Path> classPath) {
    this.tree = tree;
    this.loader = new ExampleLoader(classPath);
  }

  @Override
  public String output(String target, List<String> arguments, String engines) {
    String[] names = target.split("/", 2);
    String main = tree.topic(names[0]).example(names.length > 1 ? names[1] : "").mainClass();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    InputStream in = System.in;
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    String asked = System.getProperty("engines");
    try (PrintStream printed = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(printed);
      System.setErr(printed);
      System.setIn(InputStream.nullInputStream());
      thread.setContextClassLoader(loader);
      set("engines", engines.isEmpty() ? null : engines);
      invoke(main, arguments);
    } finally {
      set("engines", asked);
      thread.setContextClassLoader(before);
      System.setIn(in);
      System.setErr(err);
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void invoke(String main, List<String> arguments) {
    try {
      Class<?> type = loader.loadClass(main);
      Method method =
          Arrays.stream(type.getDeclaredMethods())
              .filter(each -> each.getName().equals("main"))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      Object[] parameters =
          method.getParameterCount() == 0
              ? new Object[0]
              : new Object[] {arguments.toArray(String[]::new)};
      method.invoke(null, parameters);
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof Exit)) {
        throw new IllegalStateException(main + " threw " + e.getCause(), e.getCause());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
