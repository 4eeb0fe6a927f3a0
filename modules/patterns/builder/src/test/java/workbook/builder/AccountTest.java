package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "builder/1",
    title = "Copy, with one thing changed",
    hints = {
      "Which object may be half changed: the account, or something made from it?",
      "toBuilder() is builder() with every field filled from this object. Do the arrays and lists"
          + " in it belong to both objects then?",
      "Let build() go through the canonical constructor, which checks; and copy the list both on"
          + " the way into the builder and on the way out."
    })
@DisplayName("Copy, with one thing changed")
class AccountTest {

  private final Account account = new Account("ann", 100, List.of("bo"));

  @Test
  @DisplayName("a copy with nothing changed is equal")
  void same() {
    assertThat(account.toBuilder().build()).as("account.toBuilder().build()").isEqualTo(account);
  }

  @Test
  @DisplayName("a copy has what was changed, and the rest as it was")
  void changed() {
    assertThat(account.toBuilder().limit(50).build())
        .as("toBuilder().limit(50).build()")
        .isEqualTo(new Account("ann", 50, List.of("bo")));
    assertThat(account.toBuilder().owner("dee").user("cy").build())
        .as("toBuilder().owner(dee).user(cy).build()")
        .isEqualTo(new Account("dee", 100, List.of("bo", "cy")));
  }

  @Test
  @DisplayName("the account it was made from stays as it is")
  void original() {
    account.toBuilder().owner("dee").limit(1).user("cy").build();

    assertThat(account)
        .as("the account that was copied")
        .isEqualTo(new Account("ann", 100, List.of("bo")));
  }

  @Test
  @DisplayName("a builder may go on after build(); what it built does not change")
  void builderGoesOn() {
    Account.Builder builder = account.toBuilder();
    Account first = builder.build();
    Account second = builder.user("cy").build();

    assertThat(first.users())
        .as("users of the account that was built first, after its builder was used again")
        .isEqualTo(List.of("bo"));
    assertThat(second.users()).as("users of the second account").isEqualTo(List.of("bo", "cy"));
  }

  @Test
  @DisplayName("two builders of one account do not meet")
  void twoBuilders() {
    Account.Builder one = account.toBuilder();
    Account.Builder other = account.toBuilder();
    one.user("cy");

    assertThat(other.build().users()).as("users from the other builder").isEqualTo(List.of("bo"));
  }

  @Test
  @DisplayName("the invariants hold for copies too")
  void invariants() {
    assertThatThrownBy(() -> account.toBuilder().limit(-1).build(), "toBuilder().limit(-1).build()")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the limit must not be negative, and was -1");
    assertThatThrownBy(() -> account.toBuilder().owner(" ").build(), "toBuilder().owner( ).build()")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> account.toBuilder().user("ann").build(), "toBuilder().user(ann).build()")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> account.toBuilder().owner("bo").build(),
            "toBuilder().owner(bo).build(), where bo is a user")
        .isInstanceOf(IllegalArgumentException.class);
  }
}
