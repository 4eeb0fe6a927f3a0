package workbook.builder;

/// **Better to read, and wrong in another way.** Every value has its name, but the object exists
/// before it is complete, and other code can see half of it. It can never be immutable, and nothing
/// says when its values may be checked together.
public final class ServerBean {

  private String host;
  private int port;
  private boolean encrypted;

  public void setHost(String host) {
    this.host = host;
  }

  public void setPort(int port) {
    this.port = port;
  }

  public void setEncrypted(boolean encrypted) {
    this.encrypted = encrypted;
  }

  /// Where to connect, for instance `tls://db:5432`.
  public String address() {
    return (encrypted ? "tls://" : "tcp://") + host + ":" + port;
  }
}
