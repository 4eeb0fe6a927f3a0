package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "climbing-stairs/2",
    title = "Each step costs something",
    hints = {
      "You know what it costs at least to stand on steps i-1 and i-2. What does it cost at least to"
          + " stand on step i?",
      "That finds the cost. For the way: when you stand on the top, which of the two steps below"
          + " did you come from? And from where there?",
      "Keep least[i] in a long[] for all i from 0, where least[0] = 0. Then walk down from n: note"
          + " i, and go to i-1 or i-2, whichever has the smaller least; from 1 there is only 0. The"
          + " list comes out upside down."
    },
    chinese =
        @Exercise.Chinese(
            title = "每一阶都有代价",
            hints = {
              "已知踩到第 i-1 阶和第 i-2 阶各自的最小代价，踩到第 i 阶至少要花多少？",
              "这样得到的是代价。路线呢？站在顶上时，是从下面两阶中的哪一阶上来的？那一阶又是从哪里上来的？",
              "用 long[] 存下每个 i（从 0 开始）的 least[i]，least[0] = 0。再从 n 往下走：记下 i，然后走到 i-1 和 i-2 中 least 较小的那个（i = 1 时只能到 0）。得到的列表是倒着的。"
            }))
@DisplayName("Exercise 2: each step costs something")
class CheapestClimbTest {

  @Test
  @DisplayName("no steps: nothing to pay, nowhere to stand")
  void none() {
    assertThat(CheapestClimb.cheapest())
        .as("the climb over no steps")
        .isEqualTo(new CheapestClimb.Climb(0, List.of()));
  }

  @Test
  @DisplayName("one step has to be paid, even a dear one; of two the first is jumped over")
  void oneOrTwo() {
    assertThat(CheapestClimb.cheapest(7))
        .as("the climb over [7]")
        .isEqualTo(new CheapestClimb.Climb(7, List.of(1)));
    assertThat(CheapestClimb.cheapest(3, 7))
        .as("the climb over [3, 7]")
        .isEqualTo(new CheapestClimb.Climb(7, List.of(2)));
  }

  @Test
  @DisplayName("the last step has to be paid")
  void top() {
    // Over the 1 or on it: 1 + 100 is the least, by way of step 2.
    assertCheapest(101, 1, 1, 100);
  }

  @Test
  @DisplayName("the cheaper of the next two steps may be the wrong one")
  void greedy() {
    // [1, 2, 9, 1]: the 1 looks better than the 2, but leads to 1 + 2 + 1; straight to the 2: 2 +
    // 1.
    assertCheapest(3, 1, 2, 9, 1);
    // Twice in a row: 2 + 2 + 1 instead of 1 + 2 + 2 + 1.
    assertCheapest(5, 1, 2, 9, 2, 9, 1);
  }

  @Test
  @DisplayName("a negative cost is money on the step, worth a stop")
  void money() {
    assertCheapest(-4, -1, -1, -1, -1);
    // The first step costs 1 and is jumped over: -5 + 2.
    assertCheapest(-3, 1, -5, 2);
  }

  @Test
  @DisplayName("the sum does not fit an int")
  void large() {
    int much = Integer.MAX_VALUE;
    CheapestClimb.Climb climb = CheapestClimb.cheapest(much, much, much, much);
    // Steps 2 and 4 are enough: 2 * (2^31 - 1), which no float holds.
    assertThat(climb.cost())
        .as("the cost of four steps of 2147483647 each")
        .isEqualTo(4_294_967_294L);
    assertThat(climb.steps()).as("the steps of four that cost the same").isEqualTo(List.of(2, 4));
    assertThat(CheapestClimb.cheapest(much, much, much, much, much, much).cost())
        .as("the cost of six steps of 2147483647 each")
        .isEqualTo(6_442_450_941L);
  }

  @Test
  @DisplayName("the costs are left as they were")
  void unchanged() {
    int[] costs = {3, 1, 2};
    CheapestClimb.cheapest(costs);
    assertThat(Arrays.toString(costs)).as("the costs that were given").isEqualTo("[3, 1, 2]");
  }

  @Test
  @DisplayName("1,000 steps are climbed at once, even those that cost nothing")
  void many() {
    int[] ones = new int[1_000];
    Arrays.fill(ones, 1);
    // Every second step: 500 of them.
    assertThat(soon("1000 steps of 1 each", ones).cost())
        .as("the cost of 1000 steps of 1 each")
        .isEqualTo(500);
    assertThat(soon("1000 steps of 0 each", new int[1_000]).cost())
        .as("the cost of 1000 steps of 0 each")
        .isZero();
  }

  private static CheapestClimb.Climb soon(String stairs, int[] costs) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> CheapestClimb.cheapest(costs),
        "the climb over %s was not found within 5 seconds".formatted(stairs));
  }

  @Test
  @DisplayName("the same as the cheapest of all ways, for 300 random stairs")
  void listed() {
    long seed = 746;
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      int[] costs = random.ints(random.nextInt(12), -3, 20).toArray();
      long least =
          Ways.all(Steps.ONE_OR_TWO, costs.length)
              .mapToLong(way -> cost(way, costs))
              .min()
              .orElseThrow();
      assertCheapest(least, costs);
    }
  }

  private static long cost(List<Integer> way, int[] costs) {
    int at = 0;
    long cost = 0;
    for (int move : way) {
      at += move;
      cost += costs[at - 1];
    }
    return cost;
  }

  private static void assertCheapest(long expected, int... costs) {
    String stairs = Arrays.toString(costs);
    CheapestClimb.Climb climb = CheapestClimb.cheapest(costs.clone());
    assertThat(climb.cost()).as("the cost of the climb over %s", stairs).isEqualTo(expected);
    int at = 0;
    long paid = 0;
    for (int step : climb.steps()) {
      assertThat(step == at + 1 || step == at + 2)
          .overridingErrorMessage(
              "over %s the steps %s go from step %d to step %d, and a move is 1 or 2 steps up",
              stairs, climb.steps(), at, step)
          .isTrue();
      at = step;
      paid += costs[step - 1];
    }
    assertThat(at)
        .as("the last of the steps %s over %s", climb.steps(), stairs)
        .isEqualTo(costs.length);
    assertThat(paid)
        .as("what the steps %s over %s cost", climb.steps(), stairs)
        .isEqualTo(expected);
  }
}
