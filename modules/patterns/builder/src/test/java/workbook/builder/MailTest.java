package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "builder/2",
    title = "Steps with a branch that may be left out",
    hints = {
      "What may be called after to(…)? What after cc(…)? Each answer is an interface.",
      "body(…) must be there from both, and subject(…) only from the first of them: let one"
          + " interface extend the other.",
      "NeedsTo → Addressed (cc, body) → Complete (send). Addressed.cc gives Addressed back, body"
          + " gives Complete, and there is no build() before it."
    })
@DisplayName("Steps with a branch that may be left out")
class MailTest {

  @Test
  @DisplayName("with everything")
  void everything() {
    Mail mail = Mail.builder().to("ann").cc("bo").cc("cy").body("hi").subject("news").build();

    assertThat(mail)
        .as("builder().to(ann).cc(bo).cc(cy).body(hi).subject(news).build()")
        .isEqualTo(new Mail("ann", List.of("bo", "cy"), "news", "hi"));
  }

  @Test
  @DisplayName("without what may be left out")
  void least() {
    Mail mail = Mail.builder().to("ann").body("hi").build();

    assertThat(mail.subject()).as("subject of a mail without one").isEqualTo("(no subject)");
    assertThat(mail.cc()).as("cc of a mail without one").isEmpty();
    assertThat(mail.to()).as("to").isEqualTo("ann");
    assertThat(mail.body()).as("body").isEqualTo("hi");
  }

  @Test
  @DisplayName("a step that is gone on from twice makes two mails")
  void twice() {
    Mail.Addressed addressed = Mail.builder().to("ann").cc("bo");
    Mail with = addressed.cc("cy").body("1").build();
    Mail without = addressed.body("2").build();

    assertThat(with.cc()).as("cc of the mail with cy").isEqualTo(List.of("bo", "cy"));
    assertThat(without.cc()).as("cc of the mail without cy").isEqualTo(List.of("bo"));
  }

  @Test
  @DisplayName("a subject given on one branch does not appear on the other")
  void branches() {
    Mail.WithBody body = Mail.builder().to("ann").body("hi");
    Mail named = body.subject("news").build();
    Mail nameless = body.build();

    assertThat(named.subject()).as("subject of the first").isEqualTo("news");
    assertThat(nameless.subject()).as("subject of the second").isEqualTo("(no subject)");
    assertThat(named.cc()).as("cc of the first").isEmpty();
  }
}
