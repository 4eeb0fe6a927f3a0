package workbook.engine;

import workbook.lab.Refusal;

/// What its user can set right: a server that is not there, a wrong password, a missing privilege.
public class EngineException extends Refusal {

  private static final long serialVersionUID = 1;

  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
