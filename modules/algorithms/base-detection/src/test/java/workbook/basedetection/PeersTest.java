package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Peer;
import workbook.topictest.Printed;

@Tag("peers")
class PeersTest {

  private static final Peer GCC = new Peer("gcc", "apt-get install gcc");
  private static final Peer GP = new Peer("gp", "apt-get install pari-gp");

  /// Above every column of two numbers below 200, so that no base is missed.
  private static final int EVERY_BASE = 200;

  @TempDir Path folder;

  @Test
  @DisplayName("C: every p, q below 200 and every r that some base makes true")
  void everyTrueEquation() {
    List<String> lines =
        Peer.output(List.of(base(), "all", "200", "" + EVERY_BASE), "").lines().toList();
    for (String line : lines) {
      String[] words = line.split(" ");
      Equation equation = Equation.of(words[0], words[1], words[2]);
      int smallest = Integer.parseInt(words[3]);
      Bases expected = words[4].equals("1") ? new Bases.One(smallest) : new Bases.From(smallest);
      assertEquals(expected, Divisors.bases(equation).bases(), line);
      if (expected instanceof Bases.From) {
        // More than one base is every base.
        assertEquals(EVERY_BASE - smallest + 1, Integer.parseInt(words[4]), line);
      }
    }
    assertThat(Printed.by(new Census(), "200").out())
        .contains(String.format(Locale.ROOT, "%-40s %,12d%n", "all of them", lines.size()));
  }

  @Test
  @DisplayName("C: a million random equations, bases up to 40")
  void aMillionRandomOnes() {
    long seed = 6942;
    int limit = 40;
    RandomEquations random = new RandomEquations(seed, 7);
    Equation[] equations = new Equation[1_000_000];
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < equations.length; i++) {
      equations[i] = random.next();
      input
          .append(equations[i].p().digits())
          .append(' ')
          .append(equations[i].q().digits())
          .append(' ')
          .append(equations[i].r().digits())
          .append('\n');
    }
    int[] expected =
        Peer.output(List.of(base(), "read", "" + limit), input.toString())
            .lines()
            .mapToInt(Integer::parseInt)
            .toArray();
    assertThat(expected).hasSameSizeAs(equations);
    for (int i = 0; i < equations.length; i++) {
      int actual = Divisors.bases(equations[i]).bases().smallest(limit);
      assertEquals(expected[i], actual, equations[i] + ", seed " + seed);
    }
    // Not one answer in all these.
    assertThat(Arrays.stream(expected).filter(answer -> answer == 0).count())
        .isGreaterThan(100_000);
    assertThat(Arrays.stream(expected).distinct().count()).isGreaterThan(20);
  }

  @Test
  @DisplayName("PARI/GP: the integer roots of p(x)q(x) - r(x) above the digits")
  void rootsOfThePolynomial() {
    long seed = 2112;
    RandomEquations random = new RandomEquations(seed, 25);
    Equation[] equations = new Equation[3_000];
    StringBuilder program = new StringBuilder();
    program.append("f(p,q,r)={my(d=Pol(p)*Pol(q)-Pol(r));");
    program.append("if(d==0,print(\"all\"),poldegree(d)==0,print([]),print(nfroots(,d)))};\n");
    for (int i = 0; i < equations.length; i++) {
      equations[i] = random.next();
      program.append(
          "f(%s,%s,%s)\n"
              .formatted(
                  vector(equations[i].p()), vector(equations[i].q()), vector(equations[i].r())));
    }
    List<String> lines = GP.run(program.toString(), "-q", "-f").lines().toList();
    assertThat(lines).hasSize(equations.length);
    int one = 0;
    for (int i = 0; i < equations.length; i++) {
      Bases expected = bases(lines.get(i), equations[i].lowestBase());
      assertThat(Divisors.bases(equations[i]).bases())
          .as("%s: PARI/GP says %s, seed %d", equations[i], lines.get(i), seed)
          .isEqualTo(expected);
      one += expected instanceof Bases.One ? 1 : 0;
    }
    assertThat(one).isGreaterThan(200);
  }

  /// Reads `[-3, 1/2, 13]`: the rational roots.
  private static Bases bases(String roots, int lowestBase) {
    if (roots.equals("all")) {
      return new Bases.From(lowestBase);
    }
    int[] above =
        Arrays.stream(roots.replaceAll("[\\[\\]~ ]", "").split(","))
            .filter(root -> root.matches("\\d+"))
            .mapToInt(Integer::parseInt)
            .filter(root -> root >= lowestBase)
            .toArray();
    assertThat(above).as(roots).hasSizeLessThanOrEqualTo(1);
    return above.length == 0 ? new Bases.None() : new Bases.One(above[0]);
  }

  private static String vector(Numeral numeral) {
    return Arrays.toString(
        IntStream.range(0, numeral.length())
            .map(i -> numeral.digit(numeral.length() - 1 - i))
            .toArray());
  }

  /// Compiles the C program and gives its path.
  private String base() {
    String program = folder.resolve("base").toString();
    GCC.run("", "-O2", "-Wall", "-Wextra", "-Werror", "-o", program, "src/test/resources/base.c");
    return program;
  }
}
