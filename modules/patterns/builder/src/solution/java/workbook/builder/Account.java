package workbook.builder;

import java.util.ArrayList;
import java.util.List;

/// An account: an owner, a limit, and those who may use it besides the owner. Its invariants hold
/// for every account that exists, however it was made.
///
/// `account.toBuilder().limit(50).build()` is the account with another limit. Nothing that is done
/// to a builder afterwards, or to a list that was given to it, changes an account that was built.
/// What was given is in the account as it was given: nothing is stripped, and who was added twice
/// is there twice.
///
/// @param owner not blank
/// @param limit 0 or more
/// @param users without the owner; cannot be changed
///
///   The builder works on a list of its own, so the account it came from stays as it is. `build()`
///   goes through the canonical constructor: there the invariants are checked, and there the list
///   is copied once more, so that what happens to the builder later reaches no account.
public record Account(String owner, int limit, List<String> users) {

  /// @throws IllegalArgumentException if the owner is blank, the limit is negative, or the owner is
  ///   among the users
  public Account {
    if (owner.isBlank()) {
      throw new IllegalArgumentException("an account needs an owner");
    }
    if (limit < 0) {
      throw new IllegalArgumentException("the limit must not be negative, and was " + limit);
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
      users.add(user);
      return this;
    }

    public Account build() {
      return new Account(owner, limit, users);
    }
  }
}
