package workbook.parameterdecryption;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/// Seals bodies, as the page's script does.
///
/// @param jwk the server's public key
record Sealer(PublicJwk jwk, SecureRandom random) {

  /// Seals one, with a key and an initialization vector of its own.
  ///
  /// @param target method and path to which it will be sent
  /// @param time in milliseconds since 1970
  Envelope seal(String target, long time, byte[] plain) {
    byte[] key = new byte[Crypto.AES_KEY_BYTES];
    byte[] iv = new byte[Envelope.IV_BYTES];
    random.nextBytes(key);
    random.nextBytes(iv);
    try {
      return new Envelope(
          jwk.kid(),
          Crypto.wrap(jwk.key(), key),
          iv,
          time,
          Crypto.encrypt(key, iv, Envelope.additionalData(target, time, jwk.kid()), plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
