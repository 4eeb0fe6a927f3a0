package workbook.autograd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Arrays that are used again. A step of training wants the same sizes as the step before, so from
/// the second step on nothing is allocated.
final class Buffers {

  private final Map<Integer, Deque<float[]>> free = new HashMap<>();
  private final List<float[]> taken = new ArrayList<>();
  private long allocated;

  /// An array of zeros.
  float[] take(int size) {
    float[] array = takeAsItIs(size);
    Arrays.fill(array, 0);
    return array;
  }

  /// An array with whatever its last user left in it.
  float[] takeAsItIs(int size) {
    Deque<float[]> fitting = free.get(size);
    float[] array;
    if (fitting == null || fitting.isEmpty()) {
      array = new float[size];
      allocated += size;
    } else {
      array = fitting.pop();
    }
    taken.add(array);
    return array;
  }

  /// Takes all arrays back.
  void reset() {
    for (float[] array : taken) {
      free.computeIfAbsent(array.length, _ -> new ArrayDeque<>()).push(array);
    }
    taken.clear();
  }

  /// How many floats were ever allocated.
  long allocated() {
    return allocated;
  }
}
