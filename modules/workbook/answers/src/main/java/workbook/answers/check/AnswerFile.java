package workbook.answers.check;

import com.sun.source.tree.ClassTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import workbook.answers.UserError;
import workbook.answers.build.Javac;
import workbook.answers.build.Source;
import workbook.answers.tree.Exercise;

/// The file that a learner writes, and what may be wrong with it as a whole. Of each such fault the
/// compiler, here and in the Maven build, says something else than what it is.
final class AnswerFile {

  private final Exercise exercise;
  private final Path file;
  private final String name;

  AnswerFile(Exercise exercise) {
    this.exercise = exercise;
    this.file = exercise.file();
    this.name = file.getFileName().toString();
  }

  /// @throws UserError if it is not there
  void refuseMissing() {
    if (Files.isDirectory(file)) {
      throw new UserError(
          "%s is a folder. Remove it; then ./workbook reset %s brings the stub back"
              .formatted(name, exercise.id()));
    }
    if (!Files.exists(file)) {
      throw new UserError(
          "%s is gone. ./workbook reset %s brings the stub back".formatted(name, exercise.id()));
    }
    if (new String(bytes(), StandardCharsets.UTF_8).isBlank()) {
      throw new UserError(
          "%s is empty. ./workbook reset %s brings the stub back".formatted(name, exercise.id()));
    }
  }

  /// What keeps the compiler of the Maven build from reading it, if anything does.
  Optional<Failure> unreadable() {
    byte[] bytes = bytes();
    if (startsWith(bytes, 0xFE, 0xFF)
        || startsWith(bytes, 0xFF, 0xFE)
        || isEverySecondZero(bytes)) {
      return at(1, "is UTF-16. Save it as UTF-8");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(in, text, true);
    if (!result.isError()) {
      return Optional.empty();
    }
    String read = text.flip().toString();
    return at(
        lineAt(read, read.length()),
        "has the byte 0x%02X, which is not UTF-8. Save it as UTF-8".formatted(in.get() & 0xFF));
  }

  /// Why it does not compile with its tests, where that can be said better than the compiler does.
  ///
  /// @param report the compiler's
  Optional<Failure> fault(String report) {
    if (Javac.isTooDeep(report)) {
      return Optional.empty();
    }
    Source source = Source.parse(file);
    return noText(source).or(() -> misnamed(source)).or(() -> changed(source, report));
  }

  private Optional<Failure> noText(Source source) {
    int nothing = source.text().indexOf('\0');
    return nothing < 0
        ? Optional.empty()
        : at(
            lineAt(source.text(), nothing),
            "has the byte 0x00, which is no text. ./workbook reset %s brings the stub back"
                .formatted(exercise.id()));
  }

  /// What the tests call, and the answer no longer has.
  private Optional<Failure> changed(Source source, String report) {
    boolean ofTests =
        report.contains(exercise.testFile().getFileName() + ":") && !report.contains(name + ":");
    if (!ofTests || !Files.exists(exercise.solution())) {
      return Optional.empty();
    }
    Signatures given = Signatures.of(Source.parse(exercise.solution()));
    Signatures found = Signatures.of(source);
    List<Signatures.Member> missing =
        given.without(found).stream().filter(member -> member.isNamedIn(report)).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String wanted =
        missing.stream().map(Signatures.Member::header).collect(Collectors.joining("; "));
    return at(
        found.lineOf(missing.getFirst().name()), "the signature must be as in the stub: " + wanted);
  }

  /// What keeps the tests from finding its class, if anything does: another package, or another
  /// name.
  private Optional<Failure> misnamed(Source source) {
    String right = exercise.className();
    int dot = right.lastIndexOf('.');
    String rightPackage = right.substring(0, Math.max(dot, 0));
    String simpleName = right.substring(dot + 1);
    var declared = source.unit().getPackage();
    String actual = declared == null ? "" : declared.getPackageName().toString();
    if (!actual.equals(rightPackage)) {
      long line = declared == null ? 1 : source.lineOf(declared);
      return at(line, "the package must be " + rightPackage);
    }
    List<String> types =
        source.unit().getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(type -> ((ClassTree) type).getSimpleName().toString())
            .toList();
    if (types.contains(simpleName) || types.isEmpty() && !source.errors().isEmpty()) {
      return Optional.empty();
    }
    return at(
        1,
        "declares no %s%s. ./workbook reset %s brings the stub back"
            .formatted(
                simpleName,
                types.isEmpty() ? "" : ", but " + String.join(", ", types),
                exercise.id()));
  }

  private Optional<Failure> at(long line, String fault) {
    String place = name + ":" + line;
    return Optional.of(Failure.ofFile(place + ": " + fault, place));
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    byte[] wanted = new byte[start.length];
    for (int i = 0; i < start.length; i++) {
      wanted[i] = (byte) start[i];
    }
    return Arrays.equals(bytes, 0, start.length, wanted, 0, start.length);
  }

  private static long lineAt(String text, int end) {
    return text.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
  }

  /// Whether the text is ASCII for the most part, in two bytes a character.
  private static boolean isEverySecondZero(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    return Math.min(zeros[0], zeros[1]) == 0 && 4 * (zeros[0] + zeros[1]) > bytes.length;
  }
}
