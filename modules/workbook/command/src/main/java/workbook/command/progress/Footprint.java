package workbook.command.progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;

/// What a verdict rests on: the answer, its tests, and the files of the workbook that these name.
/// As long as no byte of them has changed, the verdict stands.
///
/// @param files their paths below the workbook's folder, with `/`
/// @param digest the SHA-256 of their names and contents
public record Footprint(List<String> files, String digest) {

  /// Comments, and before them what may look like one inside a literal.
  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile(
          "(?s)(\"\"\".*?(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+')"
              + "|//[^\\n]*+|/\\*.*?\\*/");

  /// The files that an exercise's verdict rests on, as they are now. A file counts as named where
  /// its name is a word of another's code: that may be one too many, and is never one too few.
  static Footprint of(Tree tree, Exercise exercise) {
    Path topic = exercise.topic().folder();
    Map<String, List<Path>> known = known(tree, topic);
    Set<Path> found = new TreeSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(exercise.file(), exercise.testFile()));
    while (!open.isEmpty()) {
      Path file = open.pop();
      if (found.add(file) && file.toString().endsWith(".java")) {
        words(new String(bytes(file), StandardCharsets.UTF_8))
            .flatMap(word -> known.getOrDefault(word, List.of()).stream())
            .forEach(open::push);
      }
    }
    List<String> files =
        found.stream()
            .map(file -> tree.root().relativize(file).toString().replace('\\', '/'))
            .toList();
    return new Footprint(files, digest(tree, files));
  }

  /// Whether the files are what they were.
  boolean stillHolds(Tree tree) {
    return digest(tree, files).equals(digest);
  }

  /// The files that an answer or its tests can use, by the word that their name begins with:
  /// `fibonacci` for `fibonacci-1000.txt`, whose name a test may put together.
  private static Map<String, List<Path>> known(Tree tree, Path topic) {
    Stream<Path> folders =
        Stream.concat(
            Stream.of("src/exercise", "src/test").map(topic::resolve),
            modules(tree, topic).map(module -> module.resolve("src/main")));
    return folders
        .flatMap(Footprint::files)
        .collect(Collectors.groupingBy(file -> file.getFileName().toString().split("\\W", 2)[0]));
  }

  /// The topic, and the modules of this tree on its class path, as the Maven build wrote it down.
  private static Stream<Path> modules(Tree tree, Path topic) {
    Path classPath = topic.resolve("target/class-path/test");
    String entries =
        Files.exists(classPath) ? new String(bytes(classPath), StandardCharsets.UTF_8) : "";
    return Stream.concat(
            Stream.of(topic),
            Stream.of(entries.split(java.io.File.pathSeparator))
                .flatMap(entry -> tree.moduleOf(Path.of(entry)).stream()))
        .distinct();
  }

  private static Stream<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> words(String text) {
    String code =
        LITERAL_OR_COMMENT
            .matcher(text)
            .replaceAll(r -> Matcher.quoteReplacement(r.group(1) == null ? " " : r.group(1)));
    return Stream.of(code.split("\\W+")).distinct();
  }

  private static String digest(Tree tree, List<String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : files) {
        Path path = tree.root().resolve(file);
        byte[] name = file.getBytes(StandardCharsets.UTF_8);
        byte[] content = bytes(path);
        // With the lengths, no two lists of files give the same bytes.
        digest.update(ByteBuffer.allocate(8).putInt(name.length).putInt(content.length).flip());
        digest.update(name);
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// A file's content; none if there is no such file.
  private static byte[] bytes(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
