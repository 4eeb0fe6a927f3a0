package workbook.componentprops;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// A source, compiled in memory with the processor: `javac -processor …PropsProcessor FILE`.
///
/// @param errors `BlogPost.java:7: …` for each
/// @param classes class files by binary name
/// @param written sources that the processor wrote, by binary name
record Compiled(List<String> errors, Map<String, byte[]> classes, Map<String, String> written) {

  private static final List<String> OPTIONS = List.of("-Xlint:none", "-Xmaxerrs", "1000");
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /// Compiles a source.
  ///
  /// @param name of its file
  static Compiled of(String name, String source) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StringWriter failure = new StringWriter();
    try (StandardJavaFileManager files =
        COMPILER.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(ownClasses()));
      Memory memory = new Memory(files);
      JavaCompiler.CompilationTask task =
          COMPILER.getTask(failure, memory, found, OPTIONS, null, List.of(new Text(name, source)));
      task.setProcessors(List.of(new PropsProcessor()));
      boolean done = task.call();
      List<String> errors = errors(name, found);
      if (!done && errors.isEmpty()) {
        errors = List.of("%s: javac itself failed: %s".formatted(name, thrown(failure.toString())));
      }
      Map<String, String> written = new TreeMap<>();
      memory.sources.forEach(
          (type, bytes) -> written.put(type, bytes.toString(StandardCharsets.UTF_8)));
      Map<String, byte[]> classes = new TreeMap<>();
      memory.classes.forEach((type, bytes) -> classes.put(type, bytes.toByteArray()));
      return new Compiled(errors, classes, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> errors(String name, DiagnosticCollector<JavaFileObject> found) {
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .sorted(Comparator.comparingLong(Diagnostic::getLineNumber))
        .map(diagnostic -> line(name, diagnostic))
        .toList();
  }

  /// The exception in javac's own report, whose other lines ask for a bug report, and its stack.
  private static String thrown(String report) {
    return report
        .lines()
        .filter(line -> line.matches("[\\w.]++(?::.*)?"))
        .findFirst()
        .orElse(report);
  }

  /// The folder with the annotations: above those of the package.
  private static Path ownClasses() {
    try {
      Path own = Path.of(Compiled.class.getResource("Compiled.class").toURI());
      return own.getParent().resolve("../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(String name, Diagnostic<? extends JavaFileObject> diagnostic) {
    String message =
        diagnostic
            .getMessage(Locale.ROOT)
            .lines()
            .map(part -> part.strip().replaceAll("\\s+", " "))
            .collect(Collectors.joining("; "));
    return "%s:%d: %s".formatted(name, Math.max(diagnostic.getLineNumber(), 1), message);
  }

  private static final class Text extends SimpleJavaFileObject {

    private final String source;

    Text(String name, String source) {
      super(URI.create("memory:///").resolve(encoded(name)), Kind.SOURCE);
      this.source = source;
    }

    private static String encoded(String name) {
      try {
        return new URI(null, null, name, null).getRawPath();
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }

  /// Keeps what the compiler and the processor write.
  private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
    private final Map<String, ByteArrayOutputStream> sources = new TreeMap<>();

    Memory(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      (kind == JavaFileObject.Kind.SOURCE ? sources : classes).put(type, bytes);
      URI uri = URI.create("memory:///" + type.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
          return bytes.toString(StandardCharsets.UTF_8);
        }
      };
    }
  }
}
