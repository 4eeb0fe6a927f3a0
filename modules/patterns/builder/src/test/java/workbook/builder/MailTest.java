package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "builder/2",
    title = "Steps with a branch that may be left out",
    hints = {
      "The interfaces are there: what may be called when is settled. What must a step remember for"
          + " the steps after it?",
      "Write a record for each step that holds what was given so far. A record cannot change, so"
          + " cc(…) gives a new one with a longer list.",
      "record Steps(to, cc) implements Addressed: cc(more) copies the list, adds more and gives new"
          + " Steps(to, List.copyOf(copy)); body(body) gives new Bodied(to, cc, body). record"
          + " Bodied(to, cc, body) implements WithBody: build() gives new Mail(to, cc, NO_SUBJECT,"
          + " body), subject(subject) gives () -> new Mail(to, cc, subject, body). And builder() is"
          + " to -> new Steps(to, List.of())."
    },
    chinese =
        @Exercise.Chinese(
            title = "分步构建，其中一步可省略",
            hints = {
              "接口已经给好，什么时候能调用什么已经确定。每一步要替后面的步骤记住什么？",
              "每一步写成一个 record，保存到目前为止给出的内容。record 不可变，所以 cc(…) 返回一个列表更长的新 record。",
              "record Steps(to, cc) implements Addressed：cc(more) 复制列表，加上 more，返回 new Steps(to, List.copyOf(copy))；body(body) 返回 new Bodied(to, cc, body)。record Bodied(to, cc, body) implements WithBody：build() 返回 new Mail(to, cc, NO_SUBJECT, body)，subject(subject) 返回 () -> new Mail(to, cc, subject, body)。builder() 就是 to -> new Steps(to, List.of())。"
            }))
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

  @Test
  @DisplayName("mails are built in any order, long after their steps")
  void order() {
    Mail.NeedsTo start = Mail.builder();
    Mail.Addressed ann = start.to("ann");
    Mail.Addressed bo = start.to("bo");
    Mail.WithBody first = ann.body("1");
    Mail.WithBody second = ann.body("2");
    Mail.Complete one = first.subject("a");
    Mail.Complete other = first.subject("b");

    assertThat(bo.body("3").build().to()).as("to of the mail to bo").isEqualTo("bo");
    assertThat(second.build().to()).as("to of the mail to ann").isEqualTo("ann");
    assertThat(second.build().body()).as("body of the second mail").isEqualTo("2");
    assertThat(first.build().body()).as("body of the first mail").isEqualTo("1");
    assertThat(other.build().subject()).as("the other subject").isEqualTo("b");
    assertThat(one.build().subject()).as("the one subject").isEqualTo("a");
  }

  @Test
  @DisplayName("who is named twice stands there twice")
  void again() {
    assertThat(Mail.builder().to("ann").cc("bo").cc("bo").body("hi").build().cc())
        .as("cc of a mail with bo twice")
        .isEqualTo(List.of("bo", "bo"));
  }

  @Test
  @DisplayName("what was given is there as it was given")
  void asGiven() {
    Mail mail = Mail.builder().to(" ann").cc("").body(" hi\n").subject("news ").build();

    assertThat(mail.to()).as("to of a mail to \" ann\"").isEqualTo(" ann");
    assertThat(mail.cc()).as("cc of a mail with an empty one").isEqualTo(List.of(""));
    assertThat(mail.body().replace("\n", "\\n"))
        .as("body of a mail that says \" hi\\n\"")
        .isEqualTo(" hi\\n");
    assertThat(mail.subject()).as("subject of a mail with \"news \"").isEqualTo("news ");
  }

  @Test
  @DisplayName("nobody can change the cc of a mail")
  void lists() {
    assertThat(Mail.builder().to("ann").cc("bo").body("hi").build().cc())
        .as("cc of a mail")
        .isUnmodifiable();
  }

  @Test
  @DisplayName("a subject that was given is kept")
  void emptySubject() {
    assertThat(Mail.builder().to("ann").body("hi").subject("").build().subject())
        .as("subject of a mail with an empty one")
        .isEmpty();
  }

  @Test
  @DisplayName("what comes too early, twice, or not at all does not compile")
  void compiles() throws NoSuchMethodException {
    Mail.builder().to("ann").body("hi").build();

    assertThat(callable(Mail.NeedsTo.class)).as("what NeedsTo has").containsExactly("to");
    assertThat(callable(Mail.Addressed.class))
        .as("what Addressed has")
        .containsExactly("body", "cc");
    assertThat(callable(Mail.WithBody.class))
        .as("what WithBody has")
        .containsExactly("build", "subject");
    assertThat(callable(Mail.WithBody.class.getMethod("subject", String.class).getReturnType()))
        .as("what may be called after subject")
        .containsExactly("build");
  }

  /// Which of the steps a type has.
  private static SortedSet<String> callable(Class<?> type) {
    return Stream.of(type.getMethods())
        .map(Method::getName)
        .filter(Set.of("to", "cc", "body", "subject", "build")::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
