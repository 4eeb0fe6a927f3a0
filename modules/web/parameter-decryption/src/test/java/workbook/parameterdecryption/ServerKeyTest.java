package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The server's key")
class ServerKeyTest {

  @Test
  @DisplayName("is named as in the example of RFC 7638, section 3.1")
  void thumbprint() {
    String n =
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
    assertThat(ServerKey.thumbprint(n, "AQAB"))
        .isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
  }

  @Test
  @DisplayName("is written without the byte of the sign, as RFC 7518, section 2, wants it")
  void base64url() {
    // 65537 is 0x010001, RFC 7518, section 6.3.1.2: AQAB. 128 is the byte 0x80, and 0x0080 in Java.
    assertThat(ServerKey.base64url(BigInteger.valueOf(65_537))).isEqualTo("AQAB");
    assertThat(ServerKey.base64url(BigInteger.valueOf(128))).isEqualTo("gA");
  }

  @Test
  @DisplayName("is read from JSON as it was written, and does not print its private half")
  void roundTrip() {
    ServerKey key = Keys.key(0);
    assertThat(key.jwk().key()).isEqualTo(key.pair().getPublic());
    assertThat(key).hasToString("ServerKey " + key.kid());
  }
}
