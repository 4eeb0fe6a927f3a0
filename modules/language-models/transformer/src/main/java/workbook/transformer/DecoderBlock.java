package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A [Block] with a third part between its two: after the places of what is being written have
/// looked at each other, each looks at what an encoder has read.
public record DecoderBlock(Block block, Residual middle, CrossAttention cross) {

  /// @param mask for what is being written
  /// @param read what the encoder made of the input
  /// @param seen which places of that count
  public Tensor apply(Tape t, Tensor x, Mask mask, Tensor read, Mask seen) {
    Tensor own = block.exchange(t, x, mask);
    return block.think(t, middle.add(t, own, y -> cross.apply(t, y, read, seen)));
  }

  /// How much each place of what is being written looks at each of what was read: `[batch, heads,
  /// written, read]`.
  Tensor weights(Tape t, Tensor x, Mask mask, Tensor read, Mask seen) {
    return cross.weights(t, middle.input(t, block.exchange(t, x, mask)), read, seen);
  }
}
