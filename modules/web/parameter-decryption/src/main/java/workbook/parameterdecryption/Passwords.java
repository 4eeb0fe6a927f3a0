package workbook.parameterdecryption;

import jakarta.annotation.PostConstruct;
import java.util.function.UnaryOperator;

/// A bean whose methods return what they were called with.
class Passwords {

  /// What Spring's proxy does not have: its class is a subclass, and its constructor is never run.
  private String field = "set";

  private String atStart;

  @Decrypt
  String inner(String password) {
    return password;
  }

  String outer(String password) {
    return inner(password);
  }

  String byReference(String password) {
    UnaryOperator<String> reference = this::inner;
    return reference.apply(password);
  }

  @Decrypt
  final String isFinal(String password) {
    return password + ", and its field is " + field;
  }

  /// As a controller's method may be: Spring calls it by reflection, on the proxy.
  @Decrypt
  private String isPrivate(String password) {
    return password + ", and its field is " + field;
  }

  static String callPrivate(Passwords passwords, String password) {
    return passwords.isPrivate(password);
  }

  @Decrypt
  static String isStatic(String password) {
    return password;
  }

  @Decrypt
  protected String isProtected(String password) {
    return password;
  }

  @PostConstruct
  void start() {
    atStart = inner("terces");
  }

  String atStart() {
    return atStart;
  }

  /// Overridden in [Overriding].
  @Decrypt
  String overridden(String password) {
    return password;
  }

  /// A subclass that repeats the method, and not its annotation.
  static class Overriding extends Passwords {
    @Override
    String overridden(String password) {
      return password;
    }
  }

  /// An interface with the annotation, which no class inherits.
  interface Rules {
    @Decrypt
    String check(String password);
  }

  static class Checked implements Rules {
    @Override
    public String check(String password) {
      return password;
    }
  }
}
