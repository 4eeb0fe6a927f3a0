package workbook.autograd;

import java.nio.ByteBuffer;

/// How a file of [Safetensors] stores the numbers of a tensor: all that [the
/// format](https://docs.rs/safetensors/latest/safetensors/tensor/enum.Dtype.html) has. Read are the
/// floats that fit 32 bits without loss, by their usual names float, half and bfloat16.
public enum Dtype {
  BOOL(8),
  F4(4),
  F6_E2M3(6),
  F6_E3M2(6),
  U8(8),
  I8(8),
  F8_E5M2(8),
  F8_E4M3(8),
  F8_E8M0(8),
  I16(16),
  U16(16),
  F16(16),
  BF16(16),
  I32(32),
  U32(32),
  F32(32),
  C64(64),
  F64(64),
  I64(64),
  U64(64);

  /// Those that are read, for a message.
  static final String READ = "F32, F16 and BF16";

  private final int bits;

  Dtype(int bits) {
    this.bits = bits;
  }

  /// Of one number.
  int bits() {
    return bits;
  }

  boolean isRead() {
    return switch (this) {
      case F32, F16, BF16 -> true;
      default -> false;
    };
  }

  /// Takes numbers out of a buffer.
  void floats(ByteBuffer from, float[] to, int begin, int end) {
    switch (this) {
      case F32 -> from.asFloatBuffer().get(to, begin, end - begin);
      case F16 -> {
        for (int i = begin; i < end; i++) {
          to[i] = Float.float16ToFloat(from.getShort());
        }
      }
      case BF16 -> {
        for (int i = begin; i < end; i++) {
          to[i] = Float.intBitsToFloat(from.getShort() << 16); // The upper half of a float.
        }
      }
      default -> throw new IllegalArgumentException(this + " is not read");
    }
  }
}
