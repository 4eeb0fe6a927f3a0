package workbook.recurrent;

import java.util.List;
import java.util.stream.Stream;
import workbook.autograd.Tensor;

/// All that a recurrent network knows of what it has read: a row for each of the texts that it
/// reads side by side. An LSTM has two tensors, its output h and its memory c; the others have h
/// only.
///
/// @param parts the output is the first
public record State(List<Tensor> parts) {

  /// Of one tensor or two.
  public State(Tensor... parts) {
    this(List.of(parts));
  }

  /// What the network says: h.
  public Tensor output() {
    return parts.getFirst();
  }

  /// What an LSTM keeps to itself: c.
  public Tensor memory() {
    return parts.get(1);
  }

  /// The same numbers as constants. They outlive the tape, and no gradient goes through them: this
  /// is where backpropagation through time is cut.
  public State carried() {
    return new State(
        parts.stream().map(x -> Tensor.constant(x.data().clone(), x.shape())).toList());
  }

  /// The state before anything was read.
  static State zero(int tensors, int rows, int width) {
    return new State(
        Stream.generate(() -> Tensor.constant(new float[rows * width], rows, width))
            .limit(tensors)
            .toList());
  }
}
