package workbook.isolationlevels;

/// The condition stands in the UPDATE, where it is true of the snapshot. The two rows are different
/// ones, so that the first updater wins nothing: neither transaction meets the other.
final class DoctorsOnCall {

  private DoctorsOnCall() {}

  static String specification() {
    return """
    setup { CREATE TABLE doctors (name VARCHAR(10) PRIMARY KEY, on_call INT); }
    setup { INSERT INTO doctors VALUES ('alice', 1), ('bob', 1); }
    teardown { DROP TABLE doctors; }

    session alice
    setup { BEGIN; }
    step alice_looks { SELECT count(*) FROM doctors WHERE on_call = 1; }
    step alice_goes
    {
      UPDATE doctors SET on_call = 0 WHERE name = 'alice'
      AND (SELECT count(*) FROM doctors WHERE on_call = 1) > 1;
    }
    step alice_ends { COMMIT; }

    session bob
    setup { BEGIN; }
    step bob_looks { SELECT count(*) FROM doctors WHERE on_call = 1; }
    step bob_goes
    {
      UPDATE doctors SET on_call = 0 WHERE name = 'bob'
      AND (SELECT count(*) FROM doctors WHERE on_call = 1) > 1;
    }
    step bob_ends { COMMIT; }

    permutation alice_looks bob_looks alice_goes bob_goes alice_ends bob_ends
    """;
  }
}
