package workbook.raceconditions.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import workbook.raceconditions.Request;

/// The forms of the page, as methods of a Spring service.
public class Withdrawals {

  @PersistenceContext private EntityManager entities;
  private final Accounts accounts;

  Withdrawals(Accounts accounts) {
    this.accounts = accounts;
  }

  @Transactional
  public boolean transactionOnly(Request request) {
    return pay(entities.find(Account.class, request.account()), request);
  }

  @Transactional(isolation = Isolation.SERIALIZABLE)
  public boolean atSerializable(Request request) {
    return pay(entities.find(Account.class, request.account()), request);
  }

  @Transactional
  public boolean optimistic(Request request) {
    return pay(entities.find(VersionedAccount.class, request.account()), request);
  }

  @Transactional
  public boolean pessimistic(Request request) {
    return pay(
        entities.find(Account.class, request.account(), LockModeType.PESSIMISTIC_WRITE), request);
  }

  @Transactional
  public boolean pessimisticBySpringData(Request request) {
    return pay(accounts.findLockedById(request.account()).orElseThrow(), request);
  }

  private boolean pay(Balance account, Request request) {
    if (!account.has(request.amount())) {
      return false;
    }
    note(request);
    account.take(request.amount());
    return true;
  }

  @Transactional
  public boolean singleUpdate(Request request) {
    return update("update Account set balance = balance - :amount", request);
  }

  /// Of an entity that has a version, whose version stays as it is.
  @Transactional
  public boolean singleUpdateWithoutVersion(Request request) {
    return update("update VersionedAccount set balance = balance - :amount", request);
  }

  @Transactional
  public boolean singleUpdateWithVersion(Request request) {
    return update(
        "update VersionedAccount set balance = balance - :amount, version = version + 1", request);
  }

  private boolean update(String update, Request request) {
    int changed =
        entities
            .createQuery(update + " where id = :id and balance >= :amount")
            .setParameter("id", request.account())
            .setParameter("amount", request.amount())
            .executeUpdate();
    if (changed == 0) {
      return false;
    }
    note(request);
    return true;
  }

  private void note(Request request) {
    entities
        .createNativeQuery("insert into ledger values (?, ?)")
        .setParameter(1, request.account())
        .setParameter(2, request.amount())
        .executeUpdate();
  }

  /// Pays, and then fails.
  @Transactional
  public boolean failing(Request request, Exception reason) throws Exception {
    singleUpdate(request);
    throw reason;
  }
}
