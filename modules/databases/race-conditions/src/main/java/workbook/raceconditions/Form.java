package workbook.raceconditions;

import java.util.function.BiFunction;
import workbook.engine.Engine;

/// The forms, from wrong to right.
public enum Form {
  NO_TRANSACTION(false, (_, _) -> new NoTransaction()),
  TRANSACTION_ONLY(false, (_, _) -> new TransactionOnly()),
  LOCK_IN_AUTOCOMMIT(false, (_, _) -> new LockInAutocommit()),
  PESSIMISTIC(true, (retry, _) -> new Pessimistic(retry)),
  OPTIMISTIC(true, (retry, _) -> new Optimistic(retry)),
  SINGLE_UPDATE(true, (retry, _) -> new SingleUpdate(retry)),
  AT_SERIALIZABLE(true, (retry, _) -> new AtSerializable(retry)),
  IDEMPOTENT(true, Idempotent::new);

  private final boolean defended;
  private final BiFunction<Retry, Engine, Withdrawal> factory;

  Form(boolean defended, BiFunction<Retry, Engine, Withdrawal> factory) {
    this.defended = defended;
    this.factory = factory;
  }

  /// Whether it is meant to hold.
  public boolean defended() {
    return defended;
  }

  /// @param retry what begins its transactions again, if it does that
  public Withdrawal withdrawal(Retry retry, Engine engine) {
    return factory.apply(retry, engine);
  }

  /// As it is typed and printed: `transaction-only`.
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
