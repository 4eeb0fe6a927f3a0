package workbook.isolationlevels.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Step;

@DisplayName("The interleavings of sessions")
class InterleavingsTest {

  private static Specification sessions(String sizes) {
    StringBuilder text = new StringBuilder();
    String names = "abc";
    for (int i = 0; i < sizes.length(); i++) {
      text.append("session ").append(names.charAt(i));
      for (int j = 1; j <= sizes.charAt(i) - '0'; j++) {
        text.append(" step ").append(names.charAt(i)).append(j).append(" {}");
      }
      text.append('\n');
    }
    return Parser.parse("s.spec", text.toString(), "h2");
  }

  /// The multinomial coefficient: OEIS A000984 for two sessions of n steps (2, 6, 20), and for 3, 3
  /// and 4 steps 10! / (3! 3! 4!) = 4200.
  @ParameterizedTest
  @DisplayName("are as many as the multinomial coefficient says, no two alike, each in order")
  @CsvSource({"1, 1", "3, 1", "11, 2", "22, 6", "33, 20", "123, 60", "334, 4200"})
  void count(String sizes, int expected) {
    Specification spec = sessions(sizes);
    List<String> orders = new ArrayList<>();
    Interleavings.forEach(
        spec, p -> orders.add(p.steps().stream().map(Step::name).collect(Collectors.joining(" "))));

    assertThat(Interleavings.count(spec)).isEqualTo(expected);
    assertThat(orders).hasSize(expected).doesNotHaveDuplicates();
    assertThat(orders).allMatch(InterleavingsTest::isInOrder);
  }

  /// Whether the steps of each session come in their order: `b1` before `b2`.
  private static boolean isInOrder(String order) {
    List<String> steps = List.of(order.split(" "));
    return Stream.of("a", "b", "c")
        .map(session -> steps.stream().filter(step -> step.startsWith(session)).toList())
        .allMatch(own -> own.equals(own.stream().sorted().toList()));
  }

  @Test
  @DisplayName("switch from session to session more or less often")
  void switches() {
    Specification spec = sessions("22");
    assertThat(Explorer.switches(order(spec, "a1", "a2", "b1", "b2"))).isEqualTo(1);
    assertThat(Explorer.switches(order(spec, "a1", "b1", "a2", "b2"))).isEqualTo(3);
  }

  private static Permutation order(Specification spec, String... names) {
    return Permutation.of(List.of(names).stream().map(spec::step).toList());
  }
}
