package workbook.raceconditions.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/// A row of `account`. JPA is not told of its version.
@Entity
@Table(name = "account")
class Account extends Balance {}
