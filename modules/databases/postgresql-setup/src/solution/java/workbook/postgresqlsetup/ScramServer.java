package workbook.postgresqlsetup;

import java.security.MessageDigest;
import java.util.Base64;

/// Takes the client's signature off the proof, which leaves ClientKey; and that has to hash to what
/// was stored. So a stolen verifier does not log in: ClientKey is not in it.
final class ScramServer {

  private ScramServer() {}

  static String answer(
      String verifier, String clientFirst, String serverFirst, String clientFinal) {
    String[] keys = verifier.split("\\$")[2].split(":");
    byte[] storedKey = Base64.getDecoder().decode(keys[0]);
    byte[] serverKey = Base64.getDecoder().decode(keys[1]);
    int proofAt = clientFinal.lastIndexOf(",p=");
    String withoutProof = clientFinal.substring(0, proofAt);
    if (!nonce(withoutProof).equals(nonce(serverFirst))) {
      return "e=other-error";
    }
    String authMessage = clientFirst + "," + serverFirst + "," + withoutProof;
    byte[] clientKey = Base64.getDecoder().decode(clientFinal.substring(proofAt + 3));
    byte[] clientSignature = Scram.hmac(storedKey, authMessage);
    if (clientKey.length != clientSignature.length) {
      return "e=invalid-proof";
    }
    for (int i = 0; i < clientKey.length; i++) {
      clientKey[i] ^= clientSignature[i];
    }
    if (!MessageDigest.isEqual(Scram.sha256(clientKey), storedKey)) {
      return "e=invalid-proof";
    }
    return "v=" + Base64.getEncoder().encodeToString(Scram.hmac(serverKey, authMessage));
  }

  private static String nonce(String message) {
    for (String field : message.split(",")) {
      if (field.startsWith("r=")) {
        return field.substring(2);
      }
    }
    return "";
  }
}
