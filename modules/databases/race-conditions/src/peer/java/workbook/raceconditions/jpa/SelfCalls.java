package workbook.raceconditions.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import workbook.raceconditions.Request;

/// Transactional methods, called from outside and from a method of the same object.
public class SelfCalls {

  @PersistenceContext private EntityManager entities;
  private final JdbcClient jdbc;

  SelfCalls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public boolean byEntity(Request request) {
    Account account = entities.find(Account.class, request.account());
    if (!account.has(request.amount())) {
      return false;
    }
    account.take(request.amount());
    return true;
  }

  public boolean byEntityThroughThis(Request request) {
    return this.byEntity(request);
  }

  @Transactional
  public boolean byQuery(Request request) {
    return entities
            .createQuery("update Account set balance = balance - :amount where id = :id")
            .setParameter("amount", request.amount())
            .setParameter("id", request.account())
            .executeUpdate()
        == 1;
  }

  public boolean byQueryThroughThis(Request request) {
    return this.byQuery(request);
  }

  @Transactional
  public boolean byJdbc(Request request) {
    int balance =
        jdbc.sql("select balance from account where id = ?")
            .param(request.account())
            .query(Integer.class)
            .single();
    if (balance < request.amount()) {
      return false;
    }
    jdbc.sql("update account set balance = ? where id = ?")
        .params(balance - request.amount(), request.account())
        .update();
    jdbc.sql("insert into ledger values (?, ?)")
        .params(request.account(), request.amount())
        .update();
    return true;
  }

  public boolean byJdbcThroughThis(Request request) {
    return this.byJdbc(request);
  }
}
