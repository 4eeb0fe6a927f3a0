package workbook.apidecryption;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// The counter of the block that each byte is in, encrypted.
final class CounterPiece {

  private static final int BLOCK = 16;

  private CounterPiece() {}

  static byte[] decrypt(byte[] piece, long offset, byte[] key, byte[] iv) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      byte[] plain = new byte[piece.length];
      byte[] stream = {};
      for (int i = 0; i < piece.length; i++) {
        long at = offset + i;
        int within = (int) (at % BLOCK);
        if (within == 0 || i == 0) {
          ByteBuffer counter = ByteBuffer.wrap(iv.clone());
          counter.putInt(12, (int) (counter.getInt(12) + at / BLOCK));
          stream = cipher.doFinal(counter.array());
        }
        plain[i] = (byte) (piece[i] ^ stream[within]);
      }
      return plain;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
