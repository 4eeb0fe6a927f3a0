package workbook.isolationlevels.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import workbook.isolationlevels.run.Transactions.Transaction;

/// Whether some serial order explains what a run did.
///
/// @param orders every serial order of the transactions that committed
public record Verdict(Outcome outcome, List<Order> orders) {

  /// @param outcome what running the transactions in this order came to
  /// @param fits whether that is what the run came to
  public record Order(List<Transaction> transactions, Outcome outcome, boolean fits) {

    /// `t1, t2`, or `none` for no transaction at all.
    @Override
    public String toString() {
      return transactions.isEmpty()
          ? "none"
          : transactions.stream().map(Transaction::toString).collect(Collectors.joining(", "));
    }
  }

  public boolean anomalous() {
    return explanation().isEmpty();
  }

  /// The first order that fits.
  public Optional<Order> explanation() {
    return orders.stream().filter(Order::fits).findFirst();
  }
}
