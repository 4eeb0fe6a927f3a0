package workbook.builder;

/// **Wrong.** A constructor for each set of arguments that somebody needed. `new
/// TelescopingServer("db", 30, 5432)` compiles, and connects to port 30.
///
/// @param timeoutSeconds how long to wait for a connection
public record TelescopingServer(String host, int port, int timeoutSeconds, boolean encrypted) {

  public TelescopingServer(String host) {
    this(host, 5432);
  }

  public TelescopingServer(String host, int port) {
    this(host, port, 30);
  }

  public TelescopingServer(String host, int port, int timeoutSeconds) {
    this(host, port, timeoutSeconds, true);
  }
}
