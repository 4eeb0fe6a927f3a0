package workbook.raceconditions.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import org.springframework.transaction.annotation.Transactional;
import workbook.raceconditions.Request;

/// What looks like one of the forms and is not.
public class Mistakes {

  @PersistenceContext private EntityManager entities;
  private final Accounts accounts;
  private final Withdrawals withdrawals;

  Mistakes(Accounts accounts, Withdrawals withdrawals) {
    this.accounts = accounts;
    this.withdrawals = withdrawals;
  }

  /// Begins again in the transaction that has failed.
  @Transactional
  public boolean retryInside(Request request) {
    try {
      return payAndFlush(request);
    } catch (OptimisticLockException _) {
      entities.clear();
      return payAndFlush(request);
    }
  }

  /// Compares the version before the commit.
  @Transactional
  public boolean payAndFlush(Request request) {
    boolean paid = withdrawals.optimistic(request);
    entities.flush();
    return paid;
  }

  public boolean lockWithoutTransaction(Request request) {
    return entities
        .find(Account.class, request.account(), LockModeType.PESSIMISTIC_WRITE)
        .has(request.amount());
  }

  public boolean lockByQueryWithoutTransaction(Request request) {
    return accounts.findLockedById(request.account()).orElseThrow().has(request.amount());
  }

  /// Locks the account, and then goes about it.
  public boolean lockByFindByIdWithoutTransaction(Request request) {
    accounts.findById(request.account()).orElseThrow();
    return withdrawals.transactionOnly(request);
  }
}
