package workbook.isolationlevels.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;

@DisplayName("Interleavings that must come to the same")
class LikenessTest {

  private static final String READ = "SELECT v FROM t WHERE id = 1";

  private static Specification spec(String setup, String read) {
    return Parser.parse(
        "my",
        """
        setup { %s }
        session s1 setup { BEGIN; } step a { %s; } step b { UPDATE t SET v = 2; }
        session s2 step c { %s; } step d { SELECT count(*) FROM t; }
        """
            .formatted(setup, READ, read),
        "h2");
  }

  private static String first(Specification spec, boolean locking, String... names) {
    Permutation permutation = Permutation.of(Stream.of(names).map(spec::step).toList());
    return PermutationText.of(new Likeness(spec, locking).first(permutation));
  }

  @Test
  @DisplayName("differ in the order of reads that stand next to each other, and in nothing else")
  void reads() {
    Specification spec = spec("CREATE TABLE t (id INT, v INT);", READ);
    assertThat(first(spec, false, "c", "d", "a", "b")).isEqualTo("a c d b");
    assertThat(first(spec, false, "c", "a", "d", "b")).isEqualTo("a c d b");
    assertThat(first(spec, false, "c", "a", "b", "d")).isEqualTo("a c b d");
  }

  @Test
  @DisplayName("are none where reads take locks")
  void locks() {
    Specification spec = spec("CREATE TABLE t (id INT, v INT);", READ);
    assertThat(first(spec, true, "c", "d", "a", "b")).isEqualTo("c d a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        READ + " FOR UPDATE",
        READ + " FOR SHARE",
        "SELECT nextval('s')",
        "SELECT \"nextval\"('s')",
        "SELECT s.nextval FROM t",
        "SELECT v INTO w FROM t",
        "SELECT @x := v FROM t",
        "WITH gone AS (DELETE FROM t RETURNING v) SELECT v FROM gone",
        "COMMIT",
        READ + "; COMMIT"
      })
  @DisplayName("are none where a read may do more than read")
  void more(String sql) {
    Specification spec = spec("CREATE TABLE t (id INT, v INT);", sql);
    assertThat(first(spec, false, "c", "a", "b", "d")).isEqualTo("c a b d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW t AS SELECT nextval('s') v",
        "CREATE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW t AS SELECT nextval('s') v",
        "CREATE OR REPLACE FUNCTION count() RETURNS INT",
        "CREATE ALIAS sum FOR 'A.b'"
      })
  @DisplayName("are none where a view or a function of the file's own may hide a write")
  void hidden(String setup) {
    assertThat(first(spec(setup + ";", READ), false, "c", "a", "b", "d")).isEqualTo("c a b d");
  }

  @Test
  @DisplayName("are none where the first read comes behind a setup that writes")
  void setUp() {
    Specification spec =
        Parser.parse(
            "my",
            """
            setup { CREATE TABLE t (id INT, v INT); }
            session s1 setup { UPDATE t SET v = 2; } step a { SELECT v FROM t; } step b { SELECT 1; }
            session s2 step c { SELECT v FROM t; }
            """,
            "h2");
    assertThat(first(spec, false, "c", "a", "b")).isEqualTo("c a b");
    assertThat(first(spec, false, "a", "c", "b")).isEqualTo("a b c");
  }

  @Test
  @DisplayName("are found for every interleaving, and the first of them is one that is run")
  void everyOne() {
    Specification spec = spec("CREATE TABLE t (id INT, v INT);", READ);
    Likeness likeness = new Likeness(spec, false);
    List<Permutation> seen = new ArrayList<>();
    Interleavings.forEach(
        spec,
        permutation -> {
          seen.add(permutation);
          assertThat(seen).contains(likeness.first(permutation));
          assertThat(likeness.first(likeness.first(permutation)))
              .isEqualTo(likeness.first(permutation));
        });
    // 4! / (2! 2!)
    assertThat(seen).hasSize(6);
  }
}
