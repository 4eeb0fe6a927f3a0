package workbook.raceconditions;

/// A customer's wish for money.
///
/// @param id what tells this wish from every other; if it is sent again, it is the same
/// @param account the account that the money is to come from
/// @param amount how much
public record Request(long id, int account, int amount) {}
