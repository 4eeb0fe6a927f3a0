package workbook.isolationlevels;

/// The learner sees: `alice and then bob, one after the other, must leave one on call, and left 0`
///
/// Each goes home whatever the list says. That is no anomaly; it is a program without a rule.
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
      UPDATE doctors SET on_call = 0 WHERE name = 'alice';
    }
    step alice_ends { COMMIT; }

    session bob
    setup { BEGIN; }
    step bob_looks { SELECT count(*) FROM doctors WHERE on_call = 1; }
    step bob_goes
    {
      UPDATE doctors SET on_call = 0 WHERE name = 'bob';
    }
    step bob_ends { COMMIT; }

    permutation alice_looks bob_looks alice_goes bob_goes alice_ends bob_ends
    """;
  }
}
