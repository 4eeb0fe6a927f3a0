package workbook.ngram;

import java.util.Arrays;

/// Numbers the different keys that are put in, from 0: a hash table with open addressing, eight
/// bytes for a key and four for each of its slots, where a `HashMap<Long, Integer>` takes more than
/// seventy.
final class LongIndex {

  /// At most three slots of four are taken.
  private static final int TAKEN = 3;

  private static final int OF = 4;

  private long[] keys = new long[12];
  private int[] slots = new int[16]; // A number and 1, or 0 where there is none.
  private int size;

  /// The number of a key; a new one if it was not there.
  int add(long key) {
    int slot = slot(key);
    if (slots[slot] > 0) {
      return slots[slot] - 1;
    }
    if (size == keys.length) {
      grow();
      slot = slot(key);
    }
    keys[size] = key;
    slots[slot] = ++size;
    return size - 1;
  }

  /// The number of a key, or -1.
  int find(long key) {
    return slots[slot(key)] - 1;
  }

  long key(int number) {
    return keys[number];
  }

  int size() {
    return size;
  }

  /// How much memory the two arrays take.
  long bytes() {
    return 8L * keys.length + 4L * slots.length;
  }

  /// The slot of a key, or the free one where it would be.
  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = home(key, slots.length);
    while (slots[slot] > 0 && keys[slots[slot] - 1] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /// Where the search for a key begins: Fibonacci hashing. Of the product only the highest bits
  /// depend on all bits of the key.
  ///
  /// @param slots how many there are, a power of two
  static int home(long key, int slots) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(slots) + 1);
  }

  private void grow() {
    slots = new int[2 * slots.length];
    keys = Arrays.copyOf(keys, slots.length / OF * TAKEN);
    for (int number = 0; number < size; number++) {
      slots[slot(keys[number])] = number + 1;
    }
  }
}
