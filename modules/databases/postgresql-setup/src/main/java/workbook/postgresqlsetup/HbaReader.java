package workbook.postgresqlsetup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Reads `pg_hba.conf` and the files that it includes into lines. Follows `tokenize_auth_file` of
/// PostgreSQL's `hba.c`.
final class HbaReader {

  /// Within how many files a file may be included.
  private static final int DEEPEST = 10;

  /// How many files are read at most. The server has no such limit: a file that includes itself
  /// three times keeps it busy with 59,049.
  private static final int MOST = 1_000;

  private final List<HbaLine> lines = new ArrayList<>();
  private final AtomicInteger files;

  private HbaReader(AtomicInteger files) {
    this.files = files;
  }

  /// @throws IOException if the file itself cannot be read, or it includes more than 1,000
  static List<HbaLine> read(Path file) throws IOException {
    HbaReader reader = new HbaReader(new AtomicInteger());
    reader.add(file.toAbsolutePath().normalize(), Files.readString(file), 0);
    if (reader.files.get() > MOST) {
      throw new IOException("it includes more than %d files".formatted(MOST));
    }
    return reader.lines;
  }

  private void add(Path file, String text, int depth) {
    // A line end at the end of the text begins no line.
    String[] all = text.split("\n", -1);
    for (int i = 0; i < all.length; i++) {
      int number = i + 1;
      StringBuilder joined = new StringBuilder();
      int continued = 0;
      while (true) {
        joined.append(withoutReturn(all[i]));
        boolean goesOn = joined.length() > continued && joined.charAt(joined.length() - 1) == '\\';
        if (!goesOn) {
          break;
        }
        joined.setLength(joined.length() - 1);
        continued = joined.length();
        if (i + 1 == all.length) {
          break;
        }
        i++;
      }
      addLine(file, number, joined.toString(), depth);
    }
  }

  private static String withoutReturn(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '\r') {
      end--;
    }
    return line.substring(0, end);
  }

  private void addLine(Path file, int number, String text, int depth) {
    List<List<HbaToken>> fields = new ArrayList<>();
    String error = null;
    try {
      HbaTokenizer tokenizer = new HbaTokenizer(text);
      while (!tokenizer.atEnd()) {
        List<HbaToken> field = tokenizer.field(name -> words(file, name, depth));
        if (!field.isEmpty()) {
          fields.add(field);
        }
      }
      if (fields.size() == 2 && include(file, fields, depth)) {
        return;
      }
    } catch (HbaError e) {
      error = e.getMessage();
    }
    if (!fields.isEmpty() || error != null) {
      lines.add(new HbaLine(file, number, text, List.copyOf(fields), error));
    }
  }

  /// Whether the line includes something, and that is done.
  private boolean include(Path file, List<List<HbaToken>> fields, int depth) throws HbaError {
    String name = fields.getLast().getFirst().text();
    Path path = file.resolveSibling(name).normalize();
    switch (fields.getFirst().getFirst().text()) {
      case "include" -> add(path, content(path, depth), depth + 1);
      case "include_if_exists" -> {
        if (Files.exists(path)) {
          add(path, content(path, depth), depth + 1);
        }
      }
      case "include_dir" -> {
        List<String> errors = new ArrayList<>();
        for (Path each : configurationFiles(path, name)) {
          try {
            add(each, content(each, depth), depth + 1);
          } catch (HbaError e) {
            errors.add(e.getMessage());
          }
        }
        if (!errors.isEmpty()) {
          throw new HbaError(String.join("\n", errors));
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// The words of a file that `@` names, of all its lines.
  private List<HbaToken> words(Path file, String name, int depth) throws HbaError {
    Path path = file.resolveSibling(name).normalize();
    HbaReader reader = new HbaReader(files);
    reader.add(path, content(path, depth), depth + 1);
    List<HbaToken> words = new ArrayList<>();
    for (HbaLine line : reader.lines) {
      if (line.error() != null) {
        throw new HbaError(line.error());
      }
      line.fields().forEach(words::addAll);
    }
    return words;
  }

  private String content(Path path, int depth) throws HbaError {
    if (files.incrementAndGet() > MOST) {
      return "";
    }
    if (depth + 1 > DEEPEST) {
      throw new HbaError("could not open file \"%s\": maximum nesting depth exceeded", path);
    }
    if (Files.isDirectory(path)) {
      // The C library opens a folder as it does a file; that nothing can be read is not reported.
      return "";
    }
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new HbaError("could not open file \"%s\": %s", path, reason(e));
    }
  }

  /// The files that end in `.conf`, by the bytes of their names.
  private static List<Path> configurationFiles(Path folder, String name) throws HbaError {
    if (name.isBlank()) {
      throw new HbaError("empty configuration directory name");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".conf"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !Files.isDirectory(file))
          .filter(file -> file.getFileName().toString().length() > ".conf".length())
          .sorted()
          .toList();
    } catch (IOException _) {
      throw new HbaError("could not open directory \"%s\"", folder);
    }
  }

  /// In the words of the C library.
  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "No such file or directory";
      case AccessDeniedException _ -> "Permission denied";
      default -> e.getMessage();
    };
  }
}
