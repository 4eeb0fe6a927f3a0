package workbook.lab;

/// Something that the one who runs an example can set right: a file that is not there, a server
/// that does not answer. Its message says what was wrong, and what would be right, in one line.
public class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refusal(String message) {
    super(message);
  }

  public Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
