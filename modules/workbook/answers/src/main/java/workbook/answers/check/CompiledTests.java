package workbook.answers.check;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The compiled tests of an exercise, in a file. They hold as long as nothing changes that the
/// compiler would look at: for most saves of an answer only what stands inside its methods does.
/// The compiler takes longer for the tests than for the answer.
final class CompiledTests {

  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          ClassFile.ConstantPoolSharingOption.NEW_POOL, ClassFile.DebugElementsOption.DROP_DEBUG);

  /// What other code can see of a class: no bodies, nothing private.
  private static final ClassTransform SEEN =
      ClassTransform.dropping(element ->
              element instanceof MethodModel method && method.flags().has(AccessFlag.PRIVATE)
                  || element instanceof FieldModel field && field.flags().has(AccessFlag.PRIVATE))
          .andThen(
              ClassTransform.transformingMethods(
                  MethodTransform.dropping(CodeModel.class::isInstance)));

  private final Path file;
  private final String key;

  /// @param file where they are kept
  /// @param answer the compiled answer
  /// @param inputs the files and folders that the compiler looks at besides
  CompiledTests(Path file, Map<String, byte[]> answer, List<Path> inputs) {
    this.file = file;
    this.key = key(answer, inputs);
  }

  /// The classes by binary name, if those that are kept still hold.
  Optional<Map<String, byte[]>> read() {
    // Another user's may not be readable.
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return in.readUTF().equals(key) ? Optional.of(Job.readClasses(in)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Map<String, byte[]> classes) {
    try {
      Files.createDirectories(file.getParent());
      Path whole = Files.createTempFile(file.getParent(), "tests", "");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(whole)))) {
        out.writeUTF(key);
        Job.writeClasses(classes, out);
      }
      // At once, for another terminal may be reading.
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException _) {
      // Nothing can be written, as in a checkout that is read-only: they are compiled every time.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(Map<String, byte[]> answer, List<Path> inputs) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(answer).entrySet()) {
        digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update(CLASS_FILE.transformClass(CLASS_FILE.parse(entry.getValue()), SEEN));
      }
      for (Path input : inputs) {
        digest.update(state(input).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The files there are, with their sizes and when they were changed.
  private static String state(Path input) {
    if (!Files.exists(input)) {
      return "";
    }
    try (Stream<Path> paths = Files.walk(input)) {
      StringBuilder state = new StringBuilder();
      for (Path path : paths.sorted().toList()) {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isRegularFile()) {
          state.append(path).append(' ').append(attributes.size());
          state.append(' ').append(attributes.lastModifiedTime()).append('\n');
        }
      }
      return state.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
