package workbook.postgresqlsetup;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The client's side of one SCRAM-SHA-256 exchange: RFC 5802, section 5. PostgreSQL takes the user
/// from the start-up message, so the name here is empty.
final class ScramClient {

  /// What RFC 7677 asks for at least; less helps who has stolen the proof to guess.
  static final int FEWEST = 4096;

  /// More would keep the client busy for a second and longer: a server could wear it out.
  static final int MOST = 1_000_000;

  /// How many characters a server has to add to the client's nonce.
  static final int NONCE = 16;

  /// No TLS, so no channel binding.
  private static final String NO_BINDING = "n,,";

  private static final Pattern SERVER_FIRST =
      Pattern.compile("r=([\\x21-\\x2b\\x2d-\\x7e]+),s=([^,]+),i=([1-9]\\d{0,9})(?:,.*)?");

  private final String password;
  private final String nonce;
  private final String clientFirst;
  private byte[] expected;

  /// @param user left out by PostgreSQL's clients; RFC 7677's example has one
  /// @param nonce printable characters without a comma, another for each exchange
  ScramClient(String user, String password, String nonce) {
    this.password = password;
    this.nonce = nonce;
    this.clientFirst = "n=%s,r=%s".formatted(user, nonce);
  }

  /// `client-first-message`
  String first() {
    return NO_BINDING + clientFirst;
  }

  /// Checks `server-first-message`, and answers with the proof: `client-final-message`.
  ///
  /// @throws Distrust if no honest server sends that
  String last(String serverFirst) throws Distrust {
    Matcher fields = SERVER_FIRST.matcher(serverFirst);
    if (!fields.matches()) {
      throw new Distrust("its first message is not r=…,s=…,i=…: %s", serverFirst);
    }
    String both = fields.group(1);
    if (!both.startsWith(nonce)) {
      throw new Distrust(
          "its nonce does not begin with the client's: an old exchange, played again");
    }
    if (both.length() < nonce.length() + NONCE) {
      throw new Distrust(
          "it adds %d characters to the nonce, and %d are wanted",
          both.length() - nonce.length(), NONCE);
    }
    long iterations = Long.parseLong(fields.group(3));
    if (iterations < FEWEST) {
      throw new Distrust(
          "it asks for %d iterations, and fewer than %d make guessing cheap", iterations, FEWEST);
    }
    if (iterations > MOST) {
      throw new Distrust(
          "it asks for %d iterations, and more than %d keep the client busy", iterations, MOST);
    }
    byte[] salted =
        Scram.saltedPassword(
            Scram.prepared(password), decoded("salt", fields.group(2)), (int) iterations);
    String withoutProof =
        "c=%s,r=%s".formatted(Base64.getEncoder().encodeToString(NO_BINDING.getBytes()), both);
    String authMessage = String.join(",", clientFirst, serverFirst, withoutProof);
    expected = Scram.serverSignature(salted, authMessage);
    byte[] proof = Scram.clientProof(salted, authMessage);
    return "%s,p=%s".formatted(withoutProof, Base64.getEncoder().encodeToString(proof));
  }

  /// Checks `server-final-message`: only who has the verifier can sign what was said.
  ///
  /// @throws Distrust if the signature is not the server's
  void check(String serverFinal) throws Distrust {
    if (!serverFinal.startsWith("v=")) {
      throw new Distrust("its last message is not v=…: %s", serverFinal);
    }
    if (!MessageDigest.isEqual(expected, decoded("signature", serverFinal.substring(2)))) {
      throw new Distrust("its signature is wrong: it does not have the password's verifier");
    }
  }

  private static byte[] decoded(String what, String base64) throws Distrust {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw new Distrust("its %s is not Base64", what);
    }
  }
}
