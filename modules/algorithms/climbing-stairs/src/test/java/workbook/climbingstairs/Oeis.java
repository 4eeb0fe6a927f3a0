package workbook.climbingstairs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// A sequence of the On-Line Encyclopedia of Integer Sequences that counts ways to climb stairs.
///
/// @param ways the published numbers of ways, from `n = 0`
record Oeis(String name, Steps steps, List<BigInteger> ways) {

  static List<Oeis> all() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Oeis.class.getResourceAsStream("oeis.txt"), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Oeis::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Oeis parse(String line) {
    String[] fields = line.split("; ");
    return new Oeis(
        fields[0],
        new Steps(Stream.of(fields[1].split(",")).map(Integer::valueOf).toList()),
        Stream.of(fields[3].split(","))
            .skip(Integer.parseInt(fields[2]))
            .map(BigInteger::new)
            .toList());
  }

  @Override
  public String toString() {
    return "%s, steps %s".formatted(name, steps);
  }
}
