package workbook.engine;

/// What its user can set right: a server that is not there, a wrong password, a missing privilege.
/// The message is one line; a main prints it and ends with status 2.
public class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
