package workbook.parameterdecryption;

import java.util.Objects;

/// What a login sends.
record Login(String user, String password) {

  Login {
    Objects.requireNonNull(user);
    Objects.requireNonNull(password);
  }

  /// Without the password: at level DEBUG Spring logs the arguments of a controller.
  @Override
  public String toString() {
    return "Login[user=" + user + "]";
  }
}
