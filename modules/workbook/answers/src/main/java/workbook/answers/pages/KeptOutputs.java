package workbook.answers.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Outputs that were seen before are not made again, as long as nothing that they rest on has
/// changed: the class path byte for byte, the example, its arguments, the engines and the JVM.
public final class KeptOutputs implements Examples {

  private final Examples examples;
  private final Path folder;
  private final String base;

  /// @param examples what runs them where nothing is kept
  /// @param folder where they are kept
  /// @param classPath what the examples run on
  /// @param options what else an output may hang on, such as the options of the JVM
  public KeptOutputs(Examples examples, Path folder, List<Path> classPath, String options) {
    this.examples = examples;
    this.folder = folder;
    this.base = base(classPath, options);
  }

  @Override
  public String output(String target, List<String> arguments, String engines) {
    if (!engines.isEmpty()) {
      // What a server prints hangs on the server.
      return examples.output(target, arguments, engines);
    }
    Path file = folder.resolve(digest(base + "\n" + target + "\n" + String.join("\n", arguments)));
    try {
      if (Files.exists(file)) {
        return Files.readString(file);
      }
      String output = examples.output(target, arguments, engines);
      Files.createDirectories(folder);
      Files.writeString(file, output);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base(List<Path> classPath, String options) {
    StringBuilder state = new StringBuilder(options);
    state.append(System.getProperty("java.vm.version"));
    for (Path entry : classPath) {
      state.append(entry.getFileName()).append(' ').append(state(entry)).append('\n');
    }
    return digest(state.toString());
  }

  /// A library's jar is known by its name and size; a folder of classes by every byte.
  private static String state(Path entry) {
    try {
      if (!Files.isDirectory(entry)) {
        return Files.exists(entry) ? Long.toString(Files.size(entry)) : "";
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          digest.update(entry.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
