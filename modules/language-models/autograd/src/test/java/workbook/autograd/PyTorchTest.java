package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import workbook.autograd.Cases.Case;
import workbook.kernels.FloatKernels;
import workbook.topictest.Near;

@DisplayName("Each operation, held against PyTorch")
class PyTorchTest {

  private static final Golden GOLDEN = Golden.beside(PyTorchTest.class);

  /// PyTorch has its roundings, and we have ours.
  private static final double ROUNDINGS = 2 * 24 * 0x1p-24;

  /// All but dropout: the masks of PyTorch are not ours. Another epsilon is compared within a whole
  /// BERT, in the topic transformer.
  private static final List<Case> CASES =
      Cases.ALL.stream()
          .filter(of -> !Set.of("dropout", "layerNorm epsilon").contains(of.name()))
          .toList();

  private final Tape tape = new Tape(FloatKernels.best());

  @ParameterizedTest(name = "{0}")
  @FieldSource("CASES")
  @DisplayName("gives its values and passes back its gradients")
  void same(Case of) {
    Tensor[] x = new Tensor[of.shapes().length];
    for (int i = 0; i < x.length; i++) {
      Tensor given = GOLDEN.tensor("%s/x%d".formatted(of, i));
      assertThat(given.shape()).as("shape of input %d", i).isEqualTo(of.shapes()[i]);
      x[i] = GOLDEN.parameter("%s/x%d".formatted(of, i));
    }
    Tensor y = of.operation().apply(tape, x);
    Tensor expected = GOLDEN.tensor(of + "/y");
    assertThat(y.shape()).isEqualTo(expected.shape());
    Near.assertClose(of + ": output", expected.data(), y.data(), ROUNDINGS);
    tape.backward(tape.sum(tape.mul(y, GOLDEN.tensor(of + "/dy"))));
    for (int i = 0; i < x.length; i++) {
      Near.assertClose(
          "%s: gradient of input %d".formatted(of, i),
          GOLDEN.floats("%s/dx%d".formatted(of, i)),
          x[i].gradient(),
          ROUNDINGS);
    }
  }
}
