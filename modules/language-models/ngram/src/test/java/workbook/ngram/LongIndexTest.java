package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The index of longs")
class LongIndexTest {

  @Test
  @DisplayName("numbers keys in the order in which they come, as a LinkedHashMap does")
  void map() {
    Random random = new Random(64);
    LongIndex index = new LongIndex();
    Map<Long, Integer> map = new LinkedHashMap<>();
    for (int i = 0; i < 100_000; i++) {
      // Dense, far apart in steps of a power of two, and any: three kinds of keys.
      long key =
          switch (random.nextInt(3)) {
            case 0 -> random.nextInt(20_000);
            case 1 -> (long) random.nextInt(2_000) << 40;
            default -> random.nextLong() & -65_536L;
          };
      assertThat(index.find(key)).isEqualTo(map.getOrDefault(key, -1));
      assertThat(index.add(key)).isEqualTo(map.computeIfAbsent(key, _ -> map.size()));
    }
    assertThat(index.size()).isEqualTo(map.size());
    map.forEach((key, number) -> assertThat(index.key(number)).isEqualTo(key));
  }

  @Test
  @DisplayName("spreads keys that differ in their highest bits alone, or their lowest")
  void spreads() {
    // 1,000 keys in 2,048 slots: with a hash drawn at random 2,048 (1 - (1 - 1/2,048)^1,000) = 791
    // different slots are to be expected; a hash of the wrong bits has eight for i << 40, one for
    // 50.
    for (int shift : new int[] {0, 10, 20, 32, 40, 50, 54}) {
      long different =
          IntStream.range(0, 1_000)
              .map(i -> LongIndex.home((long) i << shift, 2_048))
              .distinct()
              .count();
      assertThat(different).as("slots of i << %d", shift).isGreaterThan(600);
    }
    assertThat(LongIndex.home(-1, 16)).isBetween(0, 15);
  }

  @Test
  @DisplayName("takes from 13 to 27 bytes a key")
  void bytes() {
    LongIndex index = new LongIndex();
    for (long key = 0; key < 100_000; key++) {
      index.add(key * key);
      // A key takes 8 bytes, a slot 4, and there are 4 slots for 3 keys: 13.3 bytes when all of
      // that is taken, and twice as many right after it was doubled.
      if (key > 100) {
        assertThat((double) index.bytes() / index.size()).isBetween(13.3, 26.7);
      }
    }
  }
}
