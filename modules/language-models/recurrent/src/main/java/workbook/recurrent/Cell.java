package workbook.recurrent;

import java.util.ArrayList;
import java.util.List;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// What a recurrent network does at each step of time: of an input and its state it makes the next
/// state. The weights are the same at every step.
public sealed interface Cell permits RnnCell, LstmCell, GruCell {

  Weights weights();

  /// The state before anything was read.
  ///
  /// @param rows how many texts are read side by side
  State start(int rows);

  /// One step.
  ///
  /// @param x what [Weights#ofInput] made of the input: `[rows, gates · width]`
  State step(Tape t, Tensor x, State before);

  /// What comes of reading a sequence.
  ///
  /// @param outputs `[time, rows, width]`
  /// @param last the state after it
  record Reading(Tensor outputs, State last) {}

  /// Reads a sequence, as one operation of the tape. The bits are those of [#readByStep].
  ///
  /// @param inputs `[time, rows, inputs]`
  Reading read(Tape t, Tensor inputs, State start);

  /// Reads a sequence, a step after the other. The part of the input in all steps is one product,
  /// for it does not wait for the state.
  ///
  /// @param inputs `[time, rows, inputs]`
  default Reading readByStep(Tape t, Tensor inputs, State start) {
    Tensor x = weights().ofInput(t, inputs);
    List<Tensor> outputs = new ArrayList<>();
    State state = start;
    for (int time = 0; time < x.size(0); time++) {
      Tensor now = t.slice(x, 0, time, time + 1);
      state = step(t, t.reshape(now, x.size(1), x.size(2)), state);
      outputs.add(state.output());
    }
    return new Reading(t.stack(0, outputs.toArray(Tensor[]::new)), state);
  }
}
