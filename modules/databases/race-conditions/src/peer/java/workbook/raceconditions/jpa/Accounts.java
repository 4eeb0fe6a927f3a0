package workbook.raceconditions.jpa;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// A repository of Spring Data, with two methods that look alike.
interface Accounts extends Repository<Account, Integer> {

  /// A query of our own: it runs in the caller's transaction, and needs one.
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Account> findLockedById(Integer id);

  /// Spring Data's own method: without a transaction of the caller's it opens one for itself.
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Account> findById(Integer id);
}
