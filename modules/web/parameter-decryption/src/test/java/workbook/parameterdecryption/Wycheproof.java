package workbook.parameterdecryption;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.RSAPrivateKeySpec;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Some cases of Project Wycheproof, each under the number that it has there.
final class Wycheproof {

  private static final HexFormat HEX = HexFormat.of();
  private static final JsonNode CASES = read();

  private Wycheproof() {}

  /// One of them.
  record Case(JsonNode json) {

    byte[] bytes(String field) {
      return HEX.parseHex(json.get(field).stringValue());
    }

    boolean isValid() {
      return json.get("result").stringValue().equals("valid");
    }

    @Override
    public String toString() {
      String comment = json.get("comment").stringValue();
      return "tcId " + json.get("tcId").intValue() + (comment.isEmpty() ? "" : ", " + comment);
    }
  }

  /// @param name `rsaOaep` or `aesGcm`
  static List<Case> cases(String name) {
    return CASES.get(name).valueStream().map(Case::new).toList();
  }

  /// The key of the cases of RSA-OAEP.
  static PrivateKey rsaKey() throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new RSAPrivateKeySpec(number("modulus"), number("privateExponent")));
  }

  private static BigInteger number(String name) {
    return new BigInteger(CASES.get("rsaKey").get(name).stringValue(), 16);
  }

  private static JsonNode read() {
    try (InputStream in = Wycheproof.class.getResourceAsStream("wycheproof.json")) {
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
