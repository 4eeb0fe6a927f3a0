package workbook.builder;

import java.util.ArrayList;
import java.util.List;

/// A mail from steps: `Mail.builder().to("a@b").body("hi").build()`, with any number of `cc`
/// between `to` and `body`, and perhaps a `subject` between `body` and `build`. What comes too
/// early, twice, or not at all does not compile. Every step is a value: going on from one step
/// twice makes two mails that know nothing of each other, in whatever order they are built, and
/// nobody can change the list of a mail. What was given is in the mail as it was given: nothing is
/// stripped, and who was named twice is there twice.
///
/// Each step is a record of what is known so far, so no step can disturb another. The branch is a
/// subtype: what may be left out extends what may follow.
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
    return to -> new Steps(to, List.of());
  }

  private record Steps(String to, List<String> cc) implements Addressed {
    @Override
    public Addressed cc(String more) {
      List<String> all = new ArrayList<>(cc);
      all.add(more);
      return new Steps(to, List.copyOf(all));
    }

    @Override
    public WithBody body(String body) {
      return new Bodied(to, cc, body);
    }
  }

  private record Bodied(String to, List<String> cc, String body) implements WithBody {
    @Override
    public Complete subject(String subject) {
      return () -> new Mail(to, cc, subject, body);
    }

    @Override
    public Mail build() {
      return new Mail(to, cc, NO_SUBJECT, body);
    }
  }
}
