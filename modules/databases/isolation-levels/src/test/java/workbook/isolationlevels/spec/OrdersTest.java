package workbook.isolationlevels.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.EngineException;

@DisplayName("The orders of what several sessions do")
class OrdersTest {

  private static List<String> all(List<List<String>> sequences) {
    List<String> all = new ArrayList<>();
    Orders.forEach(sequences, order -> all.add(String.join("", order)));
    return all;
  }

  private static List<String> times(int count) {
    return Collections.nCopies(count, "x");
  }

  @Test
  @DisplayName("come each once, earlier sessions first, and keep the order within each")
  void written() {
    // By hand: of four places choose the two of a and b.
    assertThat(all(List.of(List.of("a", "b"), List.of("1", "2"))))
        .containsExactly("ab12", "a1b2", "a12b", "1ab2", "1a2b", "12ab");
    assertThat(all(List.of(List.of("a"), List.of("b"), List.of("c"))))
        .containsExactly("abc", "acb", "bac", "bca", "cab", "cba");
    assertThat(all(List.of(List.of("a", "b"), List.of(), List.of("1"))))
        .containsExactly("ab1", "a1b", "1ab");
    assertThat(all(List.of(List.of("a", "b")))).containsExactly("ab");
    assertThat(all(List.of())).containsExactly("");
  }

  /// (a + b + c)! / (a! b! c!): 12! / 4!³ = 34,650 and 9! / (2! 3! 4!) = 1,260.
  @Test
  @DisplayName("are as many as the multinomial coefficient")
  void counted() {
    assertThat(Orders.count(List.of(times(4), times(4), times(4)))).isEqualTo(34_650);
    assertThat(Orders.count(List.of(times(2), times(3), times(4)))).isEqualTo(1_260);
    assertThat(Orders.count(List.of(times(4), times(3), times(2)))).isEqualTo(1_260);
    assertThat(Orders.count(List.of(times(5)))).isEqualTo(1);
    assertThat(Orders.count(List.of())).isEqualTo(1);
    List<List<String>> sequences =
        List.of(List.of("a", "b"), List.of("1", "2", "3"), List.of("u", "v", "w", "x"));
    assertThat(all(sequences)).hasSize(1_260).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("are refused where there are more than may be run, with what can be done")
  void bounded() {
    String what = "my has %s orders";
    String otherwise = "leave out steps";
    assertThatCode(() -> Orders.check(BigInteger.valueOf(70), 70, what, otherwise))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Orders.check(BigInteger.valueOf(70), 69, what, otherwise))
        .isInstanceOf(EngineException.class)
        .hasMessage("my has 70 orders: --at-most 70 runs them");
    // The largest number that --at-most takes, and the next.
    assertThatThrownBy(() -> Orders.check(BigInteger.valueOf(2_147_483_647), 1, what, otherwise))
        .hasMessage("my has 2147483647 orders: --at-most 2147483647 runs them");
    assertThatThrownBy(() -> Orders.check(BigInteger.valueOf(2_147_483_648L), 1, what, otherwise))
        .hasMessage("my has about 10^9 orders: leave out steps");
  }
}
