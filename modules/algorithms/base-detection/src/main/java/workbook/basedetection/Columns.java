package workbook.basedetection;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/// The columns of a written multiplication before anything is carried: column *i* is the sum of the
/// products of a digit at *j* and a digit at *i - j*. They are the same in every base.
final class Columns {

  private Columns() {}

  /// The columns of p times q, the last digit's first.
  ///
  /// The numerals are read in base 2^32. No column reaches that, so nothing is carried, and the
  /// digits of the product *are* the columns: Kronecker's substitution. `BigInteger` multiplies
  /// 10,000 digits in far fewer than 10,000 * 10,000 steps, and so does this.
  static int[] of(Numeral p, Numeral q) {
    byte[] product = packed(p).multiply(packed(q)).toByteArray();
    byte[] padded = new byte[Integer.BYTES * (p.length() + q.length() - 1)];
    // The first column is below 2^31, so the sign takes no byte of its own.
    System.arraycopy(product, 0, padded, padded.length - product.length, product.length);
    IntBuffer slots = ByteBuffer.wrap(padded).asIntBuffer();
    int[] columns = new int[slots.capacity()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = slots.get(columns.length - 1 - i);
    }
    return columns;
  }

  private static BigInteger packed(Numeral numeral) {
    byte[] bytes = new byte[Integer.BYTES * numeral.length()];
    for (int i = 0; i < numeral.length(); i++) {
      bytes[bytes.length - 1 - Integer.BYTES * i] = (byte) numeral.digit(i);
    }
    return new BigInteger(1, bytes);
  }
}
