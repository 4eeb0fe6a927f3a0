package workbook.answers;

/// Something that the user can put right. Its message is the one line that the user sees; it says
/// what was wrong and what would be right.
public final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UserError(String message) {
    super(message);
  }
}
