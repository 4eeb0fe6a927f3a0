package workbook.postgresqlsetup;

import workbook.exercise.Todo;

/// The other side of SCRAM: the server, which never learns the password.
final class ScramServer {

  private ScramServer() {}

  /// The server's last message, as RFC 5802, section 5 and 7, have it: `v=` and the signature if
  /// the client has proved that it knows the password; `e=other-error` if the client's last message
  /// has another nonce than the server's first; else `e=invalid-proof`. [Scram] has what you need
  /// to calculate.
  ///
  /// @param verifier as `pg_authid` stores it: `SCRAM-SHA-256$4096:salt$StoredKey:ServerKey`, where
  ///   StoredKey is `H(ClientKey)`; salt and keys in Base64
  /// @param clientFirst without the `n,,` at its head: `n=user,r=…`
  /// @param serverFirst `r=…,s=…,i=…`
  /// @param clientFinal `c=biws,r=…,p=…`, with the proof in Base64 at its end
  static String answer(
      String verifier, String clientFirst, String serverFirst, String clientFinal) {
    return Todo.todo("postgresql-setup/3");
  }
}
