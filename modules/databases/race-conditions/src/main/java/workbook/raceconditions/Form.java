package workbook.raceconditions;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import workbook.engine.Engine;
import workbook.engine.EngineException;

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

  /// Whether it is meant to hold when everyone sends a request of their own.
  public boolean defended() {
    return defended;
  }

  /// @param retry what begins its transactions again, if it does that
  public Withdrawal withdrawal(Retry retry, Engine engine) {
    return factory.apply(retry, engine);
  }

  /// As it is typed and printed: `transaction-only`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The form of a label.
  ///
  /// @throws EngineException if there is none
  public static Form of(String label) {
    return Arrays.stream(values())
        .filter(form -> form.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new EngineException(
                "there is no form '%s'; there are %s"
                    .formatted(
                        label,
                        Arrays.stream(values())
                            .map(Form::label)
                            .collect(Collectors.joining(", ")))));
  }
}
