package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;

@DisplayName("One-hot vectors")
class OneHotTest {

  private static final int WORDS = 19;

  private final Tensor table = Init.normal(Tensor.parameter(WORDS, 5), 1, new SplittableRandom(1));

  @Test
  @DisplayName("times a table are a look-up of a row, to the bit")
  void lookUp() {
    for (int word = 0; word < WORDS; word++) {
      assertThat(OneHot.product(word, table))
          .as("word %d", word)
          .isEqualTo(OneHot.lookUp(word, table))
          .isEqualTo(Arrays.copyOfRange(table.data(), word * 5, word * 5 + 5));
    }
  }

  @Test
  @DisplayName("pass back what a look-up passes back: to one row, and 0 to the others")
  void gradient() {
    Tape tape = new Tape(FloatKernels.best());
    Tensor one = Tensor.constant(OneHot.vector(3, WORDS), 1, WORDS);
    Tensor weights = Tensor.constant(new float[] {1, -2, 3, .5f, 7}, 1, 5);
    tape.backward(tape.sum(tape.mul(tape.matmul(one, table), weights)));
    float[] byProduct = table.gradient().clone();
    Arrays.fill(table.gradient(), 0);
    tape.reset();
    tape.backward(tape.sum(tape.mul(tape.embedding(table, new int[] {3}), weights)));
    assertThat(byProduct).containsExactly(table.gradient());
    assertThat(Arrays.copyOfRange(byProduct, 15, 20)).containsExactly(1, -2, 3, .5f, 7);
  }

  @Test
  @DisplayName("show no likeness at all, and dense ones do: the source says it the other way round")
  void cosines() {
    List<String> words = IntStream.range(0, WORDS).mapToObj(String::valueOf).toList();
    Vectors sparse = new Vectors(words, OneHot.table(WORDS));
    for (String a : words) {
      for (String b : words) {
        assertThat(sparse.cosine(a, b)).isEqualTo(a.equals(b) ? 1 : 0);
      }
    }
    Vectors dense = Trained.SKIP_GRAM;
    // Both royal and grown, against nothing in common.
    assertThat(dense.cosine("king", "queen")).isGreaterThan(dense.cosine("king", "paris") + .1);
    // Two words of the same trait.
    assertThat(dense.cosine("crown", "throne")).isGreaterThan(.9);
  }
}
