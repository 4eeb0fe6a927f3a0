package workbook.raceconditions.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/// The same row with its version.
@Entity
@Table(name = "account")
class VersionedAccount extends Balance {

  @Version private int version;
}
