package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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
      "Give Builder the fields owner, limit and users, and a private constructor that takes an"
          + " account and copies its users into a new ArrayList. owner(…) and limit(…) set a field,"
          + " user(…) adds to the list, all three return this. build() is new Account(owner, limit,"
          + " users): leave the constructor of Account as it is, it checks and copies once more."
    },
    chinese =
        @Exercise.Chinese(
            title = "复制一份，只改一处",
            hints = {
              "允许处在“改到一半”状态的，应该是账户本身，还是由它派生出来的另一个对象？",
              "toBuilder() 就是字段已经用当前对象填好的 builder()。里面的数组和列表会不会同时属于两个对象？",
              "给 Builder 三个字段 owner、limit、users，再加一个私有构造器：接收一个账户，把它的 users 复制到新的 ArrayList。owner(…)、limit(…) 给字段赋值，user(…) 往列表里加，三者都返回 this。build() 就是 new Account(owner, limit, users)：Account 的构造器不要动，它会检查，并再复制一次。"
            }))
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
    assertThat(account.toBuilder().limit(0).build().limit())
        .as("limit after toBuilder().limit(0).build()")
        .isZero();
  }

  @Test
  @DisplayName("what was given is there as it was given")
  void asGiven() {
    assertThat(account.toBuilder().owner(" dee").build().owner())
        .as("owner after toBuilder().owner(\" dee\").build()")
        .isEqualTo(" dee");
    assertThat(account.toBuilder().user("bo ").user("bo").build().users())
        .as("users after toBuilder().user(\"bo \").user(\"bo\").build(), where bo is a user")
        .isEqualTo(List.of("bo", "bo ", "bo"));
  }

  @Test
  @DisplayName("what must be right is the account, not each step to it")
  void steps() {
    assertThatCode(() -> account.toBuilder().user("ann").owner("dee").build())
        .as("toBuilder().user(ann).owner(dee).build()")
        .doesNotThrowAnyException();
    assertThat(account.toBuilder().user("ann").owner("dee").build())
        .as("toBuilder().user(ann).owner(dee).build()")
        .isEqualTo(new Account("dee", 100, List.of("bo", "ann")));
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
  @DisplayName("nobody can change the users of an account")
  void users() {
    List<String> given = new ArrayList<>(List.of("bo"));
    Account made = new Account("ann", 100, given);
    given.add("cy");

    assertThat(made.toBuilder().build().users())
        .as("users of an account, after the list given to its constructor was changed")
        .isEqualTo(List.of("bo"));
    assertThat(made.toBuilder().user("cy").build().users())
        .as("users of an account that was built")
        .isUnmodifiable();
    assertThat(new Account("ann", 100, List.of("bo", "bo")).toBuilder().build().users())
        .as("users of a copy of an account that names one of them twice")
        .isEqualTo(List.of("bo", "bo"));
  }

  @Test
  @DisplayName("the invariants hold for accounts from the constructor")
  void constructor() {
    Account copy = account.toBuilder().build();
    assertThatThrownBy(
            () -> new Account(copy.owner(), -1, copy.users()), "new Account(ann, -1, [bo])")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Account(" ", 1, copy.users()), "new Account( , 1, [bo])")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Account("bo", 1, copy.users()), "new Account(bo, 1, [bo])")
        .isInstanceOf(IllegalArgumentException.class);
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
