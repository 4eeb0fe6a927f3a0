-- bind balance
SELECT balance FROM account WHERE id = 1;
UPDATE account SET balance = ${balance} - 30 WHERE id = 1;
