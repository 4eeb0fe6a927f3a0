package workbook.parameterdecryption;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

/// Opens sealed bodies.
final class Opener {

  private final KeyRing keys;
  private final Freshness freshness;
  private final NonceStore nonces;
  private final SecureRandom random = new SecureRandom();

  Opener(KeyRing keys, Freshness freshness, NonceStore nonces) {
    this.keys = keys;
    this.freshness = freshness;
    this.nonces = nonces;
  }

  /// Opens one.
  ///
  /// @param target method and path to which it was sent
  /// @throws Rejected if it is not to be accepted
  byte[] open(Envelope envelope, String target) {
    if (envelope.iv().length != Envelope.IV_BYTES) {
      throw new Rejected(Rejected.Reason.NO_ENVELOPE);
    }
    if (!freshness.isFresh(envelope.time())) {
      throw new Rejected(Rejected.Reason.NOT_FRESH);
    }
    byte[] plain = authentic(envelope, target);
    nonces.accept(envelope.iv(), envelope.time());
    return plain;
  }

  /// Whatever is wrong with the wrapped key, the tag is checked all the same, with a random key,
  /// and the answer is the same: who could tell a wrong padding of RSA from a wrong tag could
  /// decrypt any recorded body (Manger, 2001).
  private byte[] authentic(Envelope envelope, String target) {
    byte[] contentKey = new byte[Crypto.AES_KEY_BYTES];
    random.nextBytes(contentKey);
    Optional<ServerKey> named = keys.find(envelope.kid());
    ServerKey key = named.orElseGet(keys::current);
    try {
      byte[] unwrapped = Crypto.unwrap(key.pair().getPrivate(), envelope.key());
      if (named.isPresent() && unwrapped.length == contentKey.length) {
        contentKey = unwrapped;
      }
    } catch (GeneralSecurityException _) {
      // The random key stays.
    }
    try {
      return Crypto.decrypt(
          contentKey, envelope.iv(), envelope.additionalData(target), envelope.data());
    } catch (GeneralSecurityException _) {
      throw new Rejected(Rejected.Reason.NOT_AUTHENTIC);
    }
  }
}
