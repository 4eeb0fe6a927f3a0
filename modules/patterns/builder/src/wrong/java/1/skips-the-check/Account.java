package workbook.builder;

import java.util.ArrayList;
import java.util.List;
import workbook.exercise.Exercise;

/// The learner sees: `toBuilder().limit(-1).build()] Expecting code to raise a throwable.`
///
/// The checks were moved to the builder's setters, and one was forgotten: an invariant belongs
/// where every object passes.
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
public record Account(String owner, int limit, List<String> users) {

  /// @throws IllegalArgumentException if the owner is blank, the limit is negative, or the owner is
  ///   among the users
  public Account {
    if (owner.isBlank()) {
      throw new IllegalArgumentException("an account needs an owner");
    }
    if (users.contains(owner)) {
      throw new IllegalArgumentException(owner + " owns the account, and is no user of it");
    }
    users = List.copyOf(users);
  }

  /// A builder that holds what this account holds.
  public Builder toBuilder() {
    return new Builder(this);
  }

  /// What is to be the next account.
  public static final class Builder {
    private String owner;
    private int limit;
    private final List<String> users;

    private Builder(Account account) {
      this.owner = account.owner;
      this.limit = account.limit;
      this.users = new ArrayList<>(account.users);
    }

    public Builder owner(String owner) {
      this.owner = owner;
      return this;
    }

    public Builder limit(int limit) {
      this.limit = limit;
      return this;
    }

    /// Adds one user to those there are.
    public Builder user(String user) {
      if (user.equals(owner)) {
        throw new IllegalArgumentException(owner + " owns the account, and is no user of it");
      }
      users.add(user);
      return this;
    }

    public Account build() {
      return new Account(owner, limit, users);
    }
  }
}
