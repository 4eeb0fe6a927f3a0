package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.StringPreparation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "postgresql-setup/3",
    title = "The server's side of SCRAM",
    hints = {
      "The server has StoredKey = H(ClientKey), and the proof is ClientKey XOR something that it can"
          + " calculate itself. So what can it take off?",
      "ClientSignature = HMAC(StoredKey, AuthMessage), and AuthMessage is clientFirst, serverFirst"
          + " and clientFinal without \",p=…\", with commas between. Compare the nonces first.",
      "Split the verifier at '$' and its last part at ':': StoredKey and ServerKey, in Base64. Cut"
          + " clientFinal at its last \",p=\". If the r= of what stands before differs from the r= of"
          + " serverFirst, return e=other-error. AuthMessage = clientFirst + ',' + serverFirst + ',' +"
          + " what stands before. XOR the proof with Scram.hmac(StoredKey, AuthMessage), byte by byte;"
          + " if the proof is not 32 bytes, or Scram.sha256 of the result is not StoredKey, return"
          + " e=invalid-proof. Else return v= and Scram.hmac(ServerKey, AuthMessage) in Base64."
    },
    chinese =
        @Exercise.Chinese(
            title = "SCRAM 的服务器端",
            hints = {
              "服务器存的是 StoredKey = H(ClientKey)，而客户端证明是 ClientKey 异或某个服务器自己也能算出的值。能消去什么？",
              "ClientSignature = HMAC(StoredKey, AuthMessage)；AuthMessage 由 clientFirst、serverFirst 和去掉 \",p=…\" 的 clientFinal 用逗号连接。先比较随机数。",
              "按 '$' 拆分校验值，最后一段再按 ':' 拆成 StoredKey 和 ServerKey（Base64）。在最后一个 \",p=\" 处切开 clientFinal。若前半部分的 r= 与 serverFirst 的 r= 不同，返回 e=other-error。AuthMessage = clientFirst + ',' + serverFirst + ',' + 前半部分。把证明与 Scram.hmac(StoredKey, AuthMessage) 逐字节异或；若证明不是 32 字节，或结果的 Scram.sha256 不等于 StoredKey，返回 e=invalid-proof。否则返回 v= 加上 Scram.hmac(ServerKey, AuthMessage) 的 Base64。"
            }))
@DisplayName("Exercise 3: the server's side of SCRAM")
class ScramServerTest {

  // RFC 7677, section 3; the verifier is what PostgreSQL 18 stores for this password and salt.
  private static final String FIRST = "n=user,r=rOprNGfwEbeRWgbNEkqO";
  private static final String SERVER =
      "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
  private static final String WITHOUT_PROOF =
      "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  private static final String PROOF = "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
  private static final String SIGNATURE = "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

  @Test
  @DisplayName("signs for the proof of RFC 7677")
  void example() {
    assertAnswer(WITHOUT_PROOF + ",p=" + PROOF, "v=" + SIGNATURE);
  }

  @Test
  @DisplayName(
      "refuses what anybody could send: StoredKey, ServerKey, zeros, the client's signature")
  void invalid() {
    byte[] storedKey = Base64.getDecoder().decode("WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=");
    String authMessage = String.join(",", FIRST, SERVER, WITHOUT_PROOF);
    String signature = Base64.getEncoder().encodeToString(Scram.hmac(storedKey, authMessage));
    for (String proof :
        List.of(
            "WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=",
            "wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
            Base64.getEncoder().encodeToString(new byte[32]),
            signature,
            SIGNATURE,
            "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVU=")) {
      assertAnswer(WITHOUT_PROOF + ",p=" + proof, "e=invalid-proof");
    }
  }

  @Test
  @DisplayName("refuses a proof that is too short or too long")
  void length() {
    String half = Base64.getEncoder().encodeToString(new byte[16]);
    assertAnswer(WITHOUT_PROOF + ",p=" + half, "e=invalid-proof");
    assertAnswer(WITHOUT_PROOF + ",p=", "e=invalid-proof");
    byte[] longer = new byte[33];
    System.arraycopy(Base64.getDecoder().decode(PROOF), 0, longer, 0, 32);
    assertAnswer(
        WITHOUT_PROOF + ",p=" + Base64.getEncoder().encodeToString(longer), "e=invalid-proof");
  }

  @Test
  @DisplayName("refuses another nonce, also one that only begins alike")
  void nonce() {
    assertAnswer("c=biws,r=other,p=" + PROOF, "e=other-error");
    assertAnswer(WITHOUT_PROOF + "x,p=" + PROOF, "e=other-error");
    assertAnswer("c=biws,r=rOprNGfwEbeRWgbNEkqO,p=" + PROOF, "e=other-error");
    assertAnswer(WITHOUT_PROOF.replace("RWgb", "rwgb") + ",p=" + PROOF, "e=other-error");
  }

  // A client that nobody here wrote: com.ongres.scram, which pgjdbc uses.
  @Test
  @DisplayName("convinces another client, and is convinced by it, only with the right password")
  void otherClient() throws Exception {
    for (String password : List.of("größe", "a b", "x")) {
      byte[] salt = password.getBytes(StandardCharsets.UTF_8);
      byte[] salted = Scram.saltedPassword(Scram.prepared(password), salt, 4096);
      String base64Salt = Base64.getEncoder().encodeToString(salt);
      String verifier =
          "SCRAM-SHA-256$4096:%s$%s:%s"
              .formatted(
                  base64Salt,
                  Base64.getEncoder().encodeToString(Scram.sha256(Scram.clientKey(salted))),
                  Base64.getEncoder().encodeToString(Scram.serverKey(salted)));
      for (String typed : List.of(password, password + "!")) {
        ScramClient client =
            ScramClient.builder()
                .advertisedMechanisms(List.of("SCRAM-SHA-256"))
                .username("alice")
                .password(typed.toCharArray())
                .stringPreparation(StringPreparation.POSTGRESQL_PREPARATION)
                .nonceSupplier(() -> "fyko+d2lp=FgONRv9qkxdawL")
                .build();
        String first = client.clientFirstMessage().toString().substring("n,,".length());
        String server =
            "r=fyko+d2lp=FgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=%s,i=4096".formatted(base64Salt);
        client.serverFirstMessage(server);
        String answer =
            ScramServer.answer(verifier, first, server, client.clientFinalMessage().toString());
        if (typed.equals(password)) {
          assertThat(answer).as("the answer to %s", typed).startsWith("v=");
          client.serverFinalMessage(answer);
        } else {
          assertThat(answer).as("the answer to %s", typed).isEqualTo("e=invalid-proof");
        }
      }
    }
  }

  private static void assertAnswer(String clientFinal, String expected) {
    assertThat(ScramServer.answer(HandShake.VERIFIER, FIRST, SERVER, clientFinal))
        .as("the answer to %s", clientFinal)
        .isEqualTo(expected);
  }
}
