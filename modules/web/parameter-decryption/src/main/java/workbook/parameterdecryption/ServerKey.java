package workbook.parameterdecryption;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/// A key pair of the server, with the name by which a body says which key it was sealed for.
///
/// @param kid the thumbprint of the public key, RFC 7638: it names these very bytes
record ServerKey(String kid, KeyPair pair) {

  static final int BITS = 2048;

  /// Makes a new one. This takes a good part of a second.
  static ServerKey generate() {
    return generate(BITS);
  }

  static ServerKey generate(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return of(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static ServerKey of(KeyPair pair) {
    PublicJwk jwk = PublicJwk.of("", (RSAPublicKey) pair.getPublic());
    return new ServerKey(thumbprint(jwk.n(), jwk.e()), pair);
  }

  /// The public half, as WebCrypto imports it.
  PublicJwk jwk() {
    return PublicJwk.of(kid, (RSAPublicKey) pair.getPublic());
  }

  /// RFC 7638, section 3: the required members, in the order of the alphabet, without spaces.
  static String thumbprint(String n, String e) {
    String required = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}".formatted(e, n);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(required.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException ex) {
      throw new IllegalStateException(ex);
    }
  }

  /// RFC 7518, section 2: the fewest bytes, most significant first, in Base64 for URLs.
  static String base64url(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  /// Without the private half.
  @Override
  public String toString() {
    return "ServerKey " + kid;
  }
}
