package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.autograd.Golden;

@DisplayName("Numbers of 16 bits")
class NarrowTest {

  private static final Golden GOLDEN = Golden.beside(NarrowTest.class);
  private static final long SEED = 1;

  @ParameterizedTest
  @EnumSource
  @DisplayName("are rounded as PyTorch rounds them")
  void golden(Narrow format) {
    float[] numbers = GOLDEN.floats("numbers");
    float[] rounded = GOLDEN.floats(format.name().toLowerCase(Locale.ROOT));
    for (int i = 0; i < numbers.length; i++) {
      assertSame(rounded[i], format.round(numbers[i]), "%s of %s".formatted(format, numbers[i]));
      assertSame(
          rounded[i],
          format.value(format.bits(numbers[i])),
          "%s of %s, stored".formatted(format, numbers[i]));
    }
  }

  @Test
  @DisplayName("in fp16 are those of the JDK, every one of them, and between them")
  void jdk() {
    for (int bits = 0; bits < 1 << Short.SIZE; bits++) {
      float exact = Float.float16ToFloat((short) bits);
      assertSame(exact, Narrow.FP16.round(exact), "fp16 of " + exact);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 50_000; i++) {
      float x = Float.intBitsToFloat(random.nextInt());
      float jdk = Float.float16ToFloat(Float.floatToFloat16(x));
      assertSame(jdk, Narrow.FP16.round(x), "fp16 of %s, seed %d".formatted(x, SEED));
    }
  }

  /// NaN is itself here, and -0 is not 0.
  private static void assertSame(float expected, float actual, String what) {
    assertThat(Float.valueOf(actual)).as(what).isEqualTo(Float.valueOf(expected));
  }

  @Test
  @DisplayName("have the smallest that IEEE 754 says, and what is half of it becomes 0")
  void smallest() {
    assertThat(Narrow.FP16.smallest()).isEqualTo(0x1p-24);
    assertThat(Narrow.BF16.smallest()).isEqualTo(0x1p-133);
    assertThat(Narrow.FP16.round(0x1p-25f)).isZero();
    assertThat(Narrow.FP16.round(-0x1p-24f)).isEqualTo(-0x1p-24f);
  }
}
