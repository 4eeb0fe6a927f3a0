package workbook.isolationlevels.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;

@DisplayName("A part of the interleavings, chosen at random")
class SampleTest {

  /// 6! / (3! 3!) = 20.
  private static final Specification SPEC =
      Parser.parse(
          "my",
          """
          session s1 step a1 { SELECT 1; } step a2 { SELECT 1; } step a3 { SELECT 1; }
          session s2 step b1 { SELECT 1; } step b2 { SELECT 1; } step b3 { SELECT 1; }
          """,
          "h2");

  private static List<String> chosen(int size, long seed) {
    List<String> chosen = new ArrayList<>();
    new Sample(OptionalInt.of(size), seed)
        .forEach(SPEC, permutation -> chosen.add(PermutationText.of(permutation)));
    return chosen;
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>();
    Interleavings.forEach(SPEC, permutation -> all.add(PermutationText.of(permutation)));
    return all;
  }

  @Test
  @DisplayName("holds none twice, in the order of all, and the same for the same seed")
  void part() {
    List<String> chosen = chosen(7, 1);
    assertThat(chosen).hasSize(7).doesNotHaveDuplicates().isSubsetOf(all()).isEqualTo(chosen(7, 1));
    assertThat(all().stream().filter(chosen::contains)).isEqualTo(chosen);
    assertThat(chosen).isNotEqualTo(chosen(7, 2));
  }

  /// Of 20,000 draws 1,000 are expected of each; four standard deviations are 4 √(20000 · 1/20 ·
  /// 19/20) = 123.
  @Test
  @DisplayName("may be any of them, and each as likely")
  void uniform() {
    Map<String, Integer> counts = new HashMap<>();
    for (int seed = 0; seed < 20_000; seed++) {
      counts.merge(chosen(1, seed).getFirst(), 1, Integer::sum);
    }
    assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(all());
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(877, 1123));
  }

  @Test
  @DisplayName("is all of them, if it may be as many; and says how many it is")
  void enough() {
    assertThat(chosen(20, 1)).isEqualTo(all());
    assertThat(chosen(500, 1)).isEqualTo(all());
    assertThat(new Sample(OptionalInt.of(20), 1).title(SPEC)).isEqualTo("20 interleavings");
    assertThat(new Sample(OptionalInt.of(7), 3).title(SPEC))
        .isEqualTo("7 of 20 interleavings, seed 3");
  }
}
