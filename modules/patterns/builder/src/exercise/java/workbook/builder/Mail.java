package workbook.builder;

import java.util.List;
import workbook.exercise.Todo;

/// A mail from steps: `Mail.builder().to("a@b").body("hi").build()`, with any number of `cc`
/// between `to` and `body`, and perhaps a `subject` between `body` and `build`. What comes too
/// early, twice, or not at all does not compile. Every step is a value: going on from one step
/// twice makes two mails that know nothing of each other, in whatever order they are built, and
/// nobody can change the list of a mail. What was given is in the mail as it was given: nothing is
/// stripped, and who was named twice is there twice.
public record Mail(String to, List<String> cc, String subject, String body) {

  public static final String NO_SUBJECT = "(no subject)";

  /// To whom it goes.
  public interface NeedsTo {
    Addressed to(String to);
  }

  /// Who reads it too, and then what it says.
  public interface Addressed {
    Addressed cc(String cc);

    WithBody body(String body);
  }

  /// The branch that may be left out: a subject, once.
  public interface WithBody extends Complete {
    Complete subject(String subject);
  }

  /// Nothing is missing.
  public interface Complete {
    Mail build();
  }

  /// The first step. A mail without a subject has [#NO_SUBJECT]; a subject that was given is kept,
  /// even an empty one.
  public static NeedsTo builder() {
    return Todo.todo("builder/2");
  }
}
