package workbook.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The results of many runs, recorded among a topic's resources, a line each. A line begins with
/// the name of its run and a comma.
///
/// @param place the class beside which it lies
/// @param read gives nothing for a line that is not one of this table
public record RunsTable<T>(
    Class<?> place, String resource, Function<String, Optional<T>> read, Function<T, String> line) {

  public List<T> recorded() {
    return results(lines());
  }

  List<String> lines() {
    try (InputStream in = place.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<T> results(List<String> lines) {
    return lines.stream().map(line -> read.apply(line).orElseThrow()).toList();
  }
}
