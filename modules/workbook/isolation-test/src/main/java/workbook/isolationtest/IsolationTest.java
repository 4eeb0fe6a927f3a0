package workbook.isolationtest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import workbook.engine.Level;

/// A test of what happens when code runs in several database sessions at the same time. It takes an
/// [Interleavings]:
///
/// ```java
/// @IsolationTest(levels = {Level.READ_COMMITTED, Level.SERIALIZABLE})
/// void twoWithdrawals(Interleavings interleavings) {
///   interleavings
///       .on(dataSource)
///       .setUp("DELETE FROM account", "INSERT INTO account VALUES (1, 100)")
///       .session("alice", connection -> bank.withdraw(connection, 1, 80))
///       .session("bob", connection -> bank.withdraw(connection, 1, 80))
///       .assertSerializable();
/// }
/// ```
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(IsolationExtension.class)
public @interface IsolationTest {

  /// The isolation levels to test at, each a test of its own; none for the level that the
  /// connections come with.
  Level[] levels() default {};
}
