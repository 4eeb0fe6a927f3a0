package workbook.autograd;

import java.util.Arrays;
import java.util.List;

/// Floats with a shape, row by row in one array, and as many more for the gradient: how much the
/// loss changes when the element changes.
///
/// There are three kinds. A **parameter** has a gradient and is learned. A **constant** has none.
/// The **output** of an operation on a [Tape] has one if an input has; it lives until the tape is
/// reset.
public final class Tensor {

  private final int[] shape;
  private final int size;
  private final String operation;
  private final List<Tensor> inputs;

  /// Whose arrays these are: its own, or those of the tensor of which it is a view.
  private final Tensor owner;

  private float[] data;
  private float[] gradient;

  /// Whether the gradient holds what others left there, for nothing was added to it yet.
  private boolean untouched;

  private Runnable backward;

  private Tensor(
      int[] shape,
      float[] data,
      float[] gradient,
      String operation,
      List<Tensor> inputs,
      Tensor owner) {
    this.shape = shape;
    this.size = Shape.size(shape);
    this.data = data;
    this.gradient = gradient;
    this.operation = operation;
    this.inputs = inputs;
    this.owner = owner == null ? this : owner;
  }

  /// An output.
  ///
  /// @param gradient room for it, whatever it holds, or null
  static Tensor output(
      int[] shape, float[] data, float[] gradient, String operation, List<Tensor> inputs) {
    Tensor output = new Tensor(shape, data, gradient, operation, inputs, null);
    output.untouched = true;
    return output;
  }

  /// The same data, and if it is `tracked` the same gradient, seen with another shape.
  Tensor view(int[] seen, boolean tracked, String by) {
    return new Tensor(seen, data(), tracked ? gradient : null, by, List.of(this), owner);
  }

  /// Zeros to be learned; [Init] has better values to start from.
  ///
  /// @throws IllegalArgumentException if a size is less than 1, or there are too many elements
  public static Tensor parameter(int... shape) {
    int size = Shape.size(shape);
    return new Tensor(shape.clone(), new float[size], new float[size], null, List.of(), null);
  }

  /// A tensor without a gradient, on an array that stays the caller's: what is written there later
  /// is seen.
  ///
  /// @throws IllegalArgumentException if the array does not have as many elements as the shape
  public static Tensor constant(float[] data, int... shape) {
    if (Shape.size(shape) != data.length) {
      throw new IllegalArgumentException(
          "the shape %s has %d elements, and the array %d"
              .formatted(Shape.text(shape), Shape.size(shape), data.length));
    }
    return new Tensor(shape.clone(), data, null, null, List.of(), null);
  }

  /// The sizes along the axes.
  public int[] shape() {
    return shape.clone();
  }

  /// The size along one axis.
  public int size(int axis) {
    return shape[axis];
  }

  /// How many elements it has.
  public int size() {
    return size;
  }

  /// How many axes: 0 for a single number, 2 for a matrix.
  public int axes() {
    return shape.length;
  }

  /// The size along the last axis.
  int columns() {
    return shape.length == 0 ? 1 : shape[shape.length - 1];
  }

  boolean hasShape(int... other) {
    return Arrays.equals(shape, other);
  }

  /// The elements themselves, not a copy.
  ///
  /// @throws IllegalStateException if it came out of a tape that was reset since
  public float[] data() {
    if (data == null) {
      throw new IllegalStateException(
          "%s was made by '%s' before its tape was reset; copy what has to live longer"
              .formatted(this, operation));
    }
    return data;
  }

  /// The element of a tensor that has only one.
  public float value() {
    if (size != 1) {
      throw new IllegalStateException("%s has %d elements, and not one".formatted(this, size));
    }
    return data()[0];
  }

  public boolean hasGradient() {
    return gradient != null;
  }

  /// The gradient itself, not a copy. What a backward pass finds is added to it. Several threads
  /// may ask for it.
  ///
  /// @throws IllegalStateException if there is none
  public float[] gradient() {
    if (gradient == null) {
      throw new IllegalStateException(
          "%s has no gradient: it is a constant, came out of constants only, or was made without"
              .formatted(this));
    }
    synchronized (
        owner) { // Threads that share an operation: none may add before the zeros are there.
      if (takesFirst()) {
        Arrays.fill(gradient, 0);
      }
    }
    return gradient;
  }

  /// For whoever writes an operation: whether this is an output to whose gradient nothing was added
  /// yet. The one who is told so has to set every element; for all others it is zeros, to add to.
  public boolean takesFirst() {
    boolean first = owner.untouched;
    owner.untouched = false;
    return first;
  }

  /// What made it, for instance `matmul`; null for a parameter or a constant.
  public String operation() {
    return operation;
  }

  /// What it was made of.
  public List<Tensor> inputs() {
    return inputs;
  }

  /// Says how the gradient of this output is passed on: what adds to the gradients of the inputs.
  /// For whoever writes an operation; does nothing where there is no gradient.
  public void onBackward(Runnable backward) {
    if (gradient != null) {
      this.backward = backward;
    }
  }

  void passBack() {
    backward.run();
  }

  /// Its arrays go to others.
  void forget() {
    data = null;
    gradient = null;
    backward = null;
  }

  @Override
  public String toString() {
    return Shape.text(shape);
  }
}
