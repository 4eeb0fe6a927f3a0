package workbook.isolationlevels;

import workbook.exercise.Exercise;

/// The learner sees: `alice and then bob, one after the other, must leave one on call, and left 0`
///
/// Each goes home whatever the list says. That is no anomaly; it is a program without a rule.
@Exercise(
    id = "isolation-levels/2",
    title = "Write the specification of an anomaly from its description",
    hints = {
      "Two sessions. Each looks at the whole list and then changes one row of it; not the same one.",
      "The step that takes a name off must hold the condition itself: UPDATE … WHERE name = 'alice'"
          + " AND (SELECT count(*) …) > 1.",
      "permutation: both look, both take a name off, both commit. It is write-skew.spec with other"
          + " names."
    })
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
