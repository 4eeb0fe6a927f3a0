package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("SCRAM-SHA-256")
class ScramTest {

  private static final String SERVER_FIRST =
      "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";

  // RFC 7677, section 3.
  @Test
  @DisplayName("the exchange of RFC 7677, with its user name")
  void rfc7677() throws Distrust {
    ScramClient client = new ScramClient("user", "pencil", "rOprNGfwEbeRWgbNEkqO");
    assertThat(client.first()).isEqualTo("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
    assertThat(client.last(SERVER_FIRST))
        .isEqualTo(
            "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
    client.check("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    assertThatThrownBy(() -> client.check("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G8="))
        .isInstanceOf(Distrust.class);
    assertThatThrownBy(() -> client.check("e=invalid-proof")).isInstanceOf(Distrust.class);
    assertThatThrownBy(() -> client.check("v=")).isInstanceOf(Distrust.class);
    assertThatThrownBy(() -> client.check("v=!")).isInstanceOf(Distrust.class);
  }

  // The JDK's PBKDF2 is another implementation of what RFC 5802 calls Hi.
  @Test
  @DisplayName("the salted password is the JDK's PBKDF2WithHmacSHA256")
  void pbkdf2() throws Exception {
    Random random = new Random(3);
    for (int iterations : new int[] {1, 2, 3, 1000, 4096}) {
      byte[] salt = new byte[1 + random.nextInt(40)];
      random.nextBytes(salt);
      byte[] expected =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec("größe".toCharArray(), salt, iterations, 256))
              .getEncoded();
      assertThat(
              HexFormat.of()
                  .formatHex(
                      Scram.saltedPassword(
                          "größe".getBytes(StandardCharsets.UTF_8), salt, iterations)))
          .isEqualTo(HexFormat.of().formatHex(expected));
    }
    // Made once more with Python's hashlib.pbkdf2_hmac.
    assertThat(
            HexFormat.of()
                .formatHex(
                    Scram.saltedPassword(
                        "pencil".getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ=="),
                        4096)))
        .isEqualTo("c4a49510323ab4f952cac1fa99441939e78ea74d6be81ddf7096e87513dc615d");
    assertThat(Scram.saltedPassword(new byte[0], new byte[] {1}, 1)).hasSize(32);
  }

  @Test
  @DisplayName("a server's first message that no honest server sends")
  void serverFirst() {
    for (List<String> each :
        List.of(
            List.of("", "is not r=…"),
            List.of("r=x", "is not r=…"),
            List.of("m=1," + SERVER_FIRST, "is not r=…"),
            List.of(SERVER_FIRST.replace("i=4096", "i=0"), "is not r=…"),
            List.of(SERVER_FIRST.replace("i=4096", "i=-1"), "is not r=…"),
            List.of(SERVER_FIRST.replace("i=4096", "i=99999999999"), "is not r=…"),
            List.of(SERVER_FIRST.replace("i=4096", "i=4095"), "4095 iterations"),
            List.of(SERVER_FIRST.replace("i=4096", "i=1000001"), "1000001 iterations"),
            List.of(SERVER_FIRST.replace("s=W", "s=!"), "salt is not Base64"),
            List.of(SERVER_FIRST.replace("r=r", "r=R"), "does not begin with the client's"),
            List.of(
                SERVER_FIRST.replace("%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0", "%hvYDpWUa2RaTCA"),
                "adds 15 characters"))) {
      ScramClient client = new ScramClient("user", "pencil", "rOprNGfwEbeRWgbNEkqO");
      assertThatThrownBy(() -> client.last(each.getFirst()), each.getFirst())
          .isInstanceOf(Distrust.class)
          .hasMessageContaining(each.getLast());
    }
  }

  @Test
  @DisplayName("sixteen characters more are enough, and an extension behind is passed over")
  void accepted() throws Distrust {
    for (String message :
        List.of(
            SERVER_FIRST.replace("%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0", "%hvYDpWUa2RaTCAf"),
            SERVER_FIRST + ",x=1")) {
      assertThat(new ScramClient("", "pencil", "rOprNGfwEbeRWgbNEkqO").last(message))
          .startsWith("c=biws,r=rOprNGfwEbeRWgbNEkqO%");
    }
  }
}
