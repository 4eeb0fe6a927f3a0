package workbook.raceconditions;

/// What an attack does.
///
/// @param customers how many come at a time
/// @param rounds how often they come
/// @param opening the money in the account at the beginning
/// @param sameRequest whether all customers of a round send one and the same request, as when an
///   impatient one clicks again; else each sends another
public record Plan(int customers, int rounds, int opening, boolean sameRequest) {

  /// What every request asks for.
  public static final int AMOUNT = 10;

  /// Everyone with a request of their own. The account holds enough for the first half of the
  /// rounds and then for one withdrawal more, which everybody wants.
  public static Plan of(int customers, int rounds) {
    return new Plan(customers, rounds, AMOUNT * (customers * (rounds / 2) + 1), false);
  }

  /// The same request from everyone, and enough money to pay it to all.
  public static Plan ofSameRequest(int customers, int rounds) {
    return new Plan(customers, rounds, AMOUNT * customers * rounds, true);
  }

  Request request(int customer, int round) {
    int id = sameRequest ? round : round * customers + customer;
    return new Request(id, Bank.ACCOUNT, AMOUNT);
  }
}
