package workbook.isolationlevels.spec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import workbook.engine.EngineException;

/// All orders of what several sequences hold that keep the order within each.
public final class Orders {

  private Orders() {}

  /// How many there are: (a + b + …)! / (a! b! …) for sequences of a, b, … members.
  public static BigInteger count(List<? extends List<?>> sequences) {
    BigInteger count = BigInteger.ONE;
    int members = 0;
    for (List<?> sequence : sequences) {
      for (int i = 1; i <= sequence.size(); i++) {
        // Exact at every step: what stands there is a binomial coefficient times the count so far.
        count = count.multiply(BigInteger.valueOf(++members)).divide(BigInteger.valueOf(i));
      }
    }
    return count;
  }

  /// Refuses what would take too long.
  ///
  /// @param what there is too much of: `my has %s interleavings`
  /// @param otherwise what can be done about it where the count is beyond all bounds
  /// @throws EngineException if the count is greater than the most
  public static void check(BigInteger count, int most, String what, String otherwise) {
    if (count.compareTo(BigInteger.valueOf(most)) > 0) {
      boolean few = count.bitLength() < Integer.SIZE;
      throw new EngineException(
          "%s: %s"
              .formatted(
                  what.formatted(few ? count : "about 10^" + (count.toString().length() - 1)),
                  few ? "--at-most %d runs them".formatted(count) : otherwise));
    }
  }

  /// Hands them over one by one; earlier sequences go first.
  public static <T> void forEach(List<List<T>> sequences, Consumer<List<T>> action) {
    // Whose turn it is, place by place; the next order is the next greater one of these numbers.
    int[] turns =
        IntStream.range(0, sequences.size())
            .flatMap(i -> IntStream.range(0, sequences.get(i).size()).map(_ -> i))
            .toArray();
    do {
      int[] taken = new int[sequences.size()];
      List<T> order = new ArrayList<>(turns.length);
      for (int turn : turns) {
        order.add(sequences.get(turn).get(taken[turn]++));
      }
      action.accept(order);
    } while (advance(turns));
  }

  /// Makes the next greater arrangement of these numbers, if there is one.
  private static boolean advance(int[] numbers) {
    int pivot = numbers.length - 2;
    while (pivot >= 0 && numbers[pivot] >= numbers[pivot + 1]) {
      pivot--;
    }
    if (pivot < 0) {
      return false;
    }
    int next = numbers.length - 1;
    while (numbers[next] <= numbers[pivot]) {
      next--;
    }
    swap(numbers, pivot, next);
    // What follows is falling; turned round it is the least.
    int[] rest = Arrays.copyOfRange(numbers, pivot + 1, numbers.length);
    for (int i = 0; i < rest.length; i++) {
      numbers[numbers.length - 1 - i] = rest[i];
    }
    return true;
  }

  private static void swap(int[] numbers, int i, int j) {
    int number = numbers[i];
    numbers[i] = numbers[j];
    numbers[j] = number;
  }
}
