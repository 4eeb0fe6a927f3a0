package workbook.answers.build;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The JDK's compiler, from sources to classes in memory.
public final class Javac {

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private static final String TOO_DEEP =
      ":1: error: an expression is too long or too deep for the compiler. Split it\n";

  /// What the compiler's report of its own breakdown names.
  private static final Pattern OVERFLOW =
      Pattern.compile("^java\\.lang\\.StackOverflowError$", Pattern.MULTILINE);

  private Javac() {}

  /// What came of a compilation.
  ///
  /// @param classes the class files by binary name; none if it failed
  /// @param report what the compiler printed: for each error its place, its message, the line and a
  ///   caret
  public record Result(boolean failed, Map<String, byte[]> classes, String report) {}

  /// Compiles files, and what they need from the source path.
  ///
  /// @param options the compiler's, beside those that are always set
  public static Result compile(
      List<Path> files, List<Path> classPath, List<Path> sourcePath, List<String> options) {
    StringWriter unreadable = new StringWriter();
    try (StandardJavaFileManager manager = manager(unreadable)) {
      List<JavaFileObject> units = new ArrayList<>();
      manager.getJavaFileObjectsFromPaths(files).forEach(file -> units.add(WithoutMark.of(file)));
      return compile(manager, unreadable, units, classPath, sourcePath, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Compiles one source that is in no file.
  public static Result compile(String source, List<Path> classPath) {
    StringWriter unreadable = new StringWriter();
    try (StandardJavaFileManager manager = manager(unreadable)) {
      List<JavaFileObject> units = List.of(new Snippet(source));
      return compile(manager, unreadable, units, classPath, List.of(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads files as UTF-8. What is none would else be told to nobody, and compiled all the same.
  private static StandardJavaFileManager manager(StringWriter unreadable) {
    return COMPILER.getStandardFileManager(
        error -> unreadable.append(error.toString()).append('\n'),
        Locale.ROOT,
        StandardCharsets.UTF_8);
  }

  private static Result compile(
      StandardJavaFileManager manager,
      StringWriter unreadable,
      List<? extends JavaFileObject> units,
      List<Path> classPath,
      List<Path> sourcePath,
      List<String> more) {
    Memory memory = new Memory(manager);
    List<String> options = new ArrayList<>(more);
    options.addAll(List.of("-proc:none", "-implicit:class", "-g", "-Xlint:none"));
    options.addAll(List.of("-classpath", joined(classPath), "-sourcepath", joined(sourcePath)));
    // Written out rather than collected, because only then does the compiler shorten type names.
    StringWriter report = new StringWriter();
    boolean succeeded = COMPILER.getTask(report, memory, null, options, null, units).call();
    String said = unreadable + report.toString();
    boolean compiled = succeeded && unreadable.toString().isEmpty();
    if (OVERFLOW.matcher(said).find()) {
      return new Result(true, Map.of(), units.getFirst().getName() + TOO_DEEP);
    }
    return new Result(!compiled, compiled ? memory.classes() : Map.of(), said);
  }

  /// Whether a report says that the compiler could not even read to the end. Nobody else can.
  public static boolean isTooDeep(String report) {
    return report.endsWith(TOO_DEEP);
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static final class Snippet extends SimpleJavaFileObject {
    private final String source;

    Snippet(String source) {
      super(URI.create("memory:///Snippet.java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true;
    }
  }

  /// Keeps the class files instead of writing them.
  private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> outputs = new TreeMap<>();

    Memory(StandardJavaFileManager manager) {
      super(manager);
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> classes = new TreeMap<>();
      outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
      return classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return outputs.computeIfAbsent(className, _ -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
