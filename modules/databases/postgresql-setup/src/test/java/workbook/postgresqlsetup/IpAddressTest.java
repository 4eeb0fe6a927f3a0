package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("IP addresses")
class IpAddressTest {

  // RFC 5952, section 4 and 5; inet_aton(3) for the short forms.
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,127.0.0.1",
    "10.1,10.0.0.1",
    "0x7f.1,127.0.0.1",
    "010.0.0.1,8.0.0.1",
    "2001:db8:0:0:0:0:2:1,2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1,2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
    "::ffff:192.0.2.1,::ffff:192.0.2.1",
    "::192.0.2.1,::192.0.2.1",
    "::1,::1",
    "::,::",
    "1::,1::",
    "2001:DB8::,2001:db8::",
    "0:0:0:0:0:0:0:1,::1",
    "1:2:3:4:5:6:7:0,1:2:3:4:5:6:7:0",
    "fe80::1%2,fe80::1"
  })
  @DisplayName("are written as inet_ntop writes them")
  void written(String text, String expected) {
    assertThat(IpAddress.parse(text).orElseThrow()).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "localhost",
        "300.0.0.1",
        "1.2.3.4.5",
        "1.2.3.256",
        "1:2",
        "::1::",
        "[::1]",
        "1.2.3.4%1",
        "fe80::1%eth0",
        " 1.2.3.4",
        "１.2.3.4"
      })
  @DisplayName("are nothing else")
  void none(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @Test
  @DisplayName("an IPv6 address that carries an IPv4 address is no IPv4 address")
  void mapped() {
    IpAddress mapped = IpAddress.parse("::ffff:127.0.0.1").orElseThrow();
    IpAddress plain = IpAddress.parse("127.0.0.1").orElseThrow();
    assertThat(mapped.isV6()).isTrue();
    assertThat(plain.isIn(mapped, IpAddress.mask(0, 16))).isFalse();
    assertThat(mapped.isIn(mapped, IpAddress.mask(128, 16))).isTrue();
  }

  @Test
  @DisplayName("a mask has a prefix length if its ones are in a row")
  void prefixLength() {
    for (int bits = 0; bits <= 128; bits++) {
      assertThat(IpAddress.mask(bits, 16).prefixLength()).isEqualTo(bits);
    }
    assertThat(IpAddress.mask(9, 4)).hasToString("255.128.0.0");
    assertThat(IpAddress.parse("255.0.255.0").orElseThrow().prefixLength()).isEqualTo(-1);
  }
}
