package workbook.raceconditions.jpa;

import org.springframework.dao.OptimisticLockingFailureException;
import workbook.raceconditions.Request;

/// Begins again, outside the method that is the transaction: each attempt is a new one.
public class Retried {

  private static final int ATTEMPTS = 100;

  private final Withdrawals withdrawals;

  Retried(Withdrawals withdrawals) {
    this.withdrawals = withdrawals;
  }

  public boolean optimistic(Request request) {
    for (int attempt = 1; ; attempt++) {
      try {
        return withdrawals.optimistic(request);
      } catch (OptimisticLockingFailureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
