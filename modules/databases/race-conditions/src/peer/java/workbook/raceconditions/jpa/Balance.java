package workbook.raceconditions.jpa;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/// What both entities of the table `account` have.
@MappedSuperclass
abstract class Balance {

  @Id private int id;
  private int balance;

  boolean has(int amount) {
    return balance >= amount;
  }

  void take(int amount) {
    balance -= amount;
  }
}
