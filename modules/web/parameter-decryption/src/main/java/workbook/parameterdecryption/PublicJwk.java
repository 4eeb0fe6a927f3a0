package workbook.parameterdecryption;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/// A public key as RFC 7517 writes it in JSON.
///
/// @param n the modulus
/// @param e the exponent
record PublicJwk(String kty, String alg, String use, String kid, String n, String e) {

  static PublicJwk of(String kid, RSAPublicKey key) {
    return new PublicJwk(
        "RSA",
        "RSA-OAEP-256",
        "enc",
        kid,
        ServerKey.base64url(key.getModulus()),
        ServerKey.base64url(key.getPublicExponent()));
  }

  PublicKey key() {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(n), number(e)));
    } catch (GeneralSecurityException ex) {
      throw new IllegalArgumentException("this is no public key of RSA", ex);
    }
  }

  private static BigInteger number(String base64url) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64url));
  }
}
