package workbook.recurrent;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.topictest.Near;

@DisplayName("The cells, held against PyTorch's RNN, LSTM and GRU")
class CellsTest {

  /// PyTorch computed in double. Six steps of sums of nine products of numbers of size 1 to 3: some
  /// tens of roundings of 2^-24.
  private static final double TOLERANCE = 64 * 0x1p-24;

  @ParameterizedTest
  @EnumSource
  @DisplayName("give the same outputs, last states and gradients")
  void same(CellType type) {
    String name = type.lowerCase() + "/";
    Weights weights = Golden.weights(name, "");
    Tensor x = Golden.parameter(name + "x");
    List<String> parts = type == CellType.LSTM ? List.of("h", "c") : List.of("h");
    State start =
        new State(parts.stream().map(part -> Golden.parameter(name + "start/" + part)).toList());

    Tape tape = new Tape(FloatKernels.best());
    Cell.Reading reading = Golden.cell(type, weights).read(tape, x, start);
    close(name + "y", reading.outputs().data());
    Tensor loss = product(tape, reading.outputs(), name + "dy");
    for (int i = 0; i < parts.size(); i++) {
      Tensor last = reading.last().parts().get(i);
      close(name + "last/" + parts.get(i), last.data());
      loss = tape.add(loss, product(tape, last, name + "dlast/" + parts.get(i)));
    }

    tape.backward(loss);
    close(name + "dx", x.gradient());
    for (int i = 0; i < parts.size(); i++) {
      close(name + "dstart/" + parts.get(i), start.parts().get(i).gradient());
    }
    weights.named(name + "d").forEach((of, tensor) -> close(of, tensor.gradient()));
  }

  /// So that the gradient of `x` is what PyTorch was given for it.
  private static Tensor product(Tape tape, Tensor x, String gradient) {
    return tape.sum(tape.mul(x, Golden.tensor(gradient)));
  }

  private static void close(String name, float[] actual) {
    Near.assertClose(name, Golden.tensor(name).data(), actual, TOLERANCE);
  }
}
