package workbook.dotenv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import workbook.lab.Refusal;

/// The files that a build wrote, in the order of their names.
final class Bundle {

  private final Path folder;
  private final List<Path> files;

  private Bundle(Path folder, List<Path> files) {
    this.folder = folder;
    this.files = files;
  }

  static Bundle of(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return new Bundle(folder, walk.filter(Files::isRegularFile).sorted().toList());
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  int files() {
    return files.size();
  }

  /// Every place at which a secret begins, as a line to print: file, line, and byte in that line.
  List<String> find(List<Secret> secrets) {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String text = read(file);
      String name = folder.relativize(file).toString().replace('\\', '/');
      Map<Integer, String> byPlace = new TreeMap<>();
      secrets.forEach(secret -> find(secret, text, byPlace));
      byPlace.forEach((at, told) -> found.add("%s:%s: %s".formatted(name, place(text, at), told)));
    }
    return found;
  }

  private static void find(Secret secret, String text, Map<Integer, String> byPlace) {
    Set<Integer> places = new HashSet<>();
    for (Map.Entry<String, String> form : secret.forms().entrySet()) {
      String sought = bytes(form.getKey());
      for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
        if (places.add(at)) {
          String told = secret.told() + ", " + form.getValue();
          byPlace.merge(at, told, (one, other) -> one + "; " + other);
        }
      }
    }
  }

  private static String place(String text, int at) {
    long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    return line + ":" + (at - text.lastIndexOf('\n', at - 1));
  }

  /// A character a byte, so that a file that is no text can be searched as well.
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
