package workbook.componentprops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import workbook.lab.Refusal;

/// The runtime declarations in a source with records: what the processor wrote, compiled and
/// called.
///
/// @param declarations by the name of the class that holds them
/// @param written the sources of these classes
record Component(Map<String, Map<String, Prop>> declarations, List<String> written) {

  /// Compiles a source.
  ///
  /// @throws Refusal with a line for each error, if it does not compile, or holds no such record
  static Component of(String name, String source) {
    Compiled compiled = Compiled.of(name, source);
    if (!compiled.errors().isEmpty()) {
      Refusal refusal = new Refusal(compiled.errors().getFirst());
      compiled.errors().stream().skip(1).map(Refusal::new).forEach(refusal::addSuppressed);
      throw refusal;
    }
    if (compiled.written().isEmpty()) {
      throw new Refusal(name + ": there is no record with @DefineProps");
    }
    Loader loader = new Loader(compiled.classes());
    Map<String, Map<String, Prop>> declarations = new LinkedHashMap<>();
    compiled.written().keySet().forEach(type -> declarations.put(type, loader.props(type)));
    return new Component(declarations, new ArrayList<>(compiled.written().values()));
  }

  /// The declaration as Vue's compiler writes it.
  static String text(Map<String, Prop> props) {
    return props.entrySet().stream()
        .map(prop -> prop.getKey() + ": " + prop.getValue())
        .collect(Collectors.joining("\n"));
  }

  /// Makes classes of bytes.
  private static final class Loader extends ClassLoader {

    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Component.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @SuppressWarnings("unchecked") // The processor wrote that method.
    Map<String, Prop> props(String type) {
      try {
        return (Map<String, Prop>) loadClass(type).getMethod("props").invoke(null);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
