package workbook.isolationlevels;

import workbook.exercise.Exercise;

/// The learner sees: `both must commit at SNAPSHOT, and only alice did: the other failed with
/// 40001`
///
/// Both change the same row, so that the first updater wins. Write skew needs two rows.
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
      UPDATE doctors SET on_call = 0 WHERE name = 'alice'
      AND (SELECT count(*) FROM doctors WHERE on_call = 1) > 1;
    }
    step alice_ends { COMMIT; }

    session bob
    setup { BEGIN; }
    step bob_looks { SELECT count(*) FROM doctors WHERE on_call = 1; }
    step bob_goes
    {
      UPDATE doctors SET on_call = 0 WHERE name = 'alice'
      AND (SELECT count(*) FROM doctors WHERE on_call = 1) > 1;
    }
    step bob_ends { COMMIT; }

    permutation alice_looks bob_looks alice_goes bob_goes alice_ends bob_ends
    """;
  }
}
