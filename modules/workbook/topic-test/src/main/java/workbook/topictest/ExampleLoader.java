package workbook.topictest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Loads the classes of this workbook anew, and shares the libraries with the tests. A call of
/// [System#exit] becomes one of [Exit#exit], because the JVM is not the example's own.
final class ExampleLoader extends URLClassLoader {

  private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
  private static final ClassDesc EXIT = ClassDesc.of(Exit.class.getName());
  private static final MethodTypeDesc STATUS = MethodTypeDesc.ofDescriptor("(I)V");

  private static final ClassTransform WITHOUT_EXIT =
      ClassTransform.transformingMethodBodies((builder, element) -> {
        if (element instanceof InvokeInstruction call && exits(call)) {
          builder.invokestatic(EXIT, "exit", STATUS);
        } else {
          builder.with(element);
        }
      });

  /// @param classPath of which the folders are loaded anew
  ExampleLoader(List<Path> classPath) {
    super(
        classPath.stream().filter(Files::isDirectory).map(ExampleLoader::url).toArray(URL[]::new),
        ExampleLoader.class.getClassLoader());
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static boolean exits(InvokeInstruction call) {
    return call.owner().asSymbol().equals(SYSTEM) && call.name().equalsString("exit");
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      URL file = findResource(name.replace('.', '/') + ".class");
      return file == null || name.equals(Exit.class.getName())
          ? super.loadClass(name, resolve)
          : define(name, file);
    }
  }

  private Class<?> define(String name, URL file) throws ClassNotFoundException {
    try (InputStream in = URI.create(file.toString()).toURL().openStream()) {
      ClassFile classFile = ClassFile.of();
      byte[] bytes = classFile.transformClass(classFile.parse(in.readAllBytes()), WITHOUT_EXIT);
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }
}
