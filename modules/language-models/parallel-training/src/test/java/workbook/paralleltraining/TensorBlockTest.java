package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Near;

@DisplayName("A block that is cut across workers")
class TensorBlockTest {

  /// Shoeybi and others (2019): two all-reduces of b·s·h forward, and two backward.
  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  @DisplayName("gives what the whole block gives, for two all-reduces each way")
  void same(int workers) {
    TensorRun whole = Threads.run(1, TensorRun::of).getFirst();
    assertThat(whole.forward() + whole.backward()).isZero();
    List<TensorRun> parts = Threads.run(workers, TensorRun::of);
    long vector = 4L * TensorRun.BATCH * Setup.TIME * Setup.WIDTH;
    for (TensorRun part : parts) {
      Near.assertClose("output and gradient", whole.y(), part.y(), 1e-6);
      assertThat(part.y()).containsExactly(parts.getFirst().y());
      assertThat(part.forward()).isEqualTo(2 * 2 * (workers - 1) * vector / workers);
      assertThat(part.backward()).isEqualTo(part.forward());
    }
    // All but the norms and the second biases, 6 vectors of the width, is cut.
    long kept = 6L * Setup.WIDTH;
    assertThat(parts.getFirst().parameters() - kept)
        .isEqualTo((whole.parameters() - kept) / workers);
  }

  @Test
  @DisplayName("is refused where heads do not divide evenly")
  void uneven() {
    assertThatThrownBy(() -> Threads.run(3, TensorRun::of))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4 heads cannot be shared by 3 workers evenly");
  }
}
