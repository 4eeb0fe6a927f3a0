package workbook.isolationlevels.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.isolationlevels.spec.Specification.Blocker;
import workbook.isolationlevels.spec.Specification.Errors;
import workbook.isolationlevels.spec.Specification.Launch;
import workbook.isolationlevels.spec.Specification.Step;

/// The format is that of src/test/isolation/README in the PostgreSQL tree.
@DisplayName("A specification")
class ParserTest {

  private static final String WHOLE =
      """
      # A comment; { is no block here.
      setup { CREATE TABLE t (v int); }
      setup
      {
        INSERT INTO t VALUES (1);
      }
      teardown { DROP TABLE t; }

      session one
      setup { BEGIN; }
      step "a step"  { SELECT '"';	}
      step b
      {
        UPDATE t SET v = 2;
      }
      teardown { COMMIT; }
      session "the ""second""\"
      step c {SELECT 1}
      permutation "a step" b (c, *) c
      permutation c(b notices 2) b
      """;

  private static Specification parse(String text) {
    return Parser.parse("dir/my.spec", text, "h2");
  }

  @Test
  @DisplayName("is read whole")
  void whole() {
    Specification spec = parse(WHOLE);
    assertThat(spec.name()).isEqualTo("my");
    assertThat(spec.setups())
        .containsExactly("CREATE TABLE t (v int);", "\n  INSERT INTO t VALUES (1);\n");
    assertThat(spec.teardown()).contains("DROP TABLE t;");
    assertThat(spec.sessions())
        .extracting(Specification.Session::name)
        .containsExactly("one", "the \"second\"");
    assertThat(spec.session("one").setup()).contains("BEGIN;");
    assertThat(spec.session("one").teardown()).contains("COMMIT;");
    assertThat(spec.session("one").steps())
        .containsExactly(
            new Step("a step", "one", "SELECT '\"';", "dir/my.spec:11", Errors.NONE),
            new Step("b", "one", "\n  UPDATE t SET v = 2;\n", "dir/my.spec:12", Errors.NONE));
    assertThat(spec.permutations()).hasSize(2);
    assertThat(spec.permutations().getFirst().launches())
        .containsExactly(
            new Launch(spec.step("a step"), List.of()),
            new Launch(spec.step("b"), List.of(new Blocker.Until("c"), new Blocker.Once())),
            new Launch(spec.step("c"), List.of()));
    assertThat(spec.permutations().getLast().launches().getFirst().blockers())
        .containsExactly(new Blocker.Notices("b", 2));
  }

  @Test
  @DisplayName("gives its SQL text by text: that of the whole, then session by session")
  void texts() {
    assertThat(parse(WHOLE).texts())
        .containsExactly(
            "CREATE TABLE t (v int);",
            "\n  INSERT INTO t VALUES (1);\n",
            "DROP TABLE t;",
            "BEGIN;",
            "SELECT '\"';",
            "\n  UPDATE t SET v = 2;\n",
            "COMMIT;",
            "SELECT 1");
  }

  @Test
  @DisplayName("has no step and no session but its own")
  void missing() {
    Specification spec = parse(WHOLE);
    assertThat(spec.session("the \"second\"").steps())
        .containsExactly(
            new Step("c", "the \"second\"", "SELECT 1", "dir/my.spec:18", Errors.NONE));
    assertThatThrownBy(() -> spec.step("d")).hasMessage("my has no step d");
    assertThatThrownBy(() -> spec.session("two")).hasMessage("my has no session two");
  }

  @Test
  @DisplayName("has permutations of steps in any order, without blockers too")
  void permutation() {
    Specification spec = parse(WHOLE);
    List<Step> steps = List.of(spec.step("c"), spec.step("b"));
    assertThat(Specification.Permutation.of(steps).steps()).isEqualTo(steps);
    assertThat(Specification.Permutation.of(steps).launches())
        .containsExactly(
            new Launch(spec.step("c"), List.of()), new Launch(spec.step("b"), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "_", "é", "a9"})
  @DisplayName("takes names as PostgreSQL's scanner does")
  void names(String name) {
    Specification spec = parse("session %1$s step %1$s {}".formatted(name));
    assertThat(spec.session(name).steps())
        .containsExactly(new Step(name, name, "", "dir/my.spec:1", Errors.NONE));
  }

  @Test
  @DisplayName("needs neither setup nor teardown nor permutation")
  void least() {
    Specification spec = parse("session s step a { SELECT 1 }");
    assertThat(spec.setups()).isEmpty();
    assertThat(spec.permutations()).isEmpty();
    assertThat(spec.step("a").sql()).isEqualTo("SELECT 1");
  }

  @Test
  @DisplayName("that is a plain file means the same, whatever its comments say")
  void plain() {
    Specification spec =
        parse("# x\n#! on mysql\nsession s\n#! bind v = a\n#! nonsense\nstep a { SELECT '${v' }");
    assertThat(spec.sessions()).hasSize(1);
    assertThat(spec.bindings()).isEmpty();
    assertThat(spec.step("a").sql()).isEqualTo("SELECT '${v'");
  }

  @Test
  @DisplayName("that is a plain file and uses a name that is bound lacks its first line")
  void unheard() {
    assertThatThrownBy(() -> parse("session s\n#! bind v = a\nstep a { SELECT ${v} }"))
        .hasMessage(
            "dir/my.spec:2:1: '#! bind' needs '#! isolation-levels' as the first line of the file");
  }

  @Test
  @DisplayName("of ours holds parts for some engines, and names for values read")
  void additions() {
    String text =
        """
        #! isolation-levels
        #! bind v = a
        session s
        #! on h2, postgresql
        step a { SELECT 1 }
        #! on mysql
        step a { SELECT 2 }
        step b { SELECT ${v} + ${v} }
        #! on mysql
        teardown { COMMIT }
        #! on mysql
        permutation b a
        permutation a b
        """;
    Specification h2 = Parser.parse("f", text, "h2");
    assertThat(h2.bindings()).isEqualTo(Map.of("v", "a"));
    assertThat(h2.session("s").steps())
        .extracting(Step::sql)
        .containsExactly("SELECT 1", "SELECT ${v} + ${v}");
    assertThat(h2.session("s").teardown()).isEmpty();
    assertThat(h2.permutations()).hasSize(1);
    Specification mysql = Parser.parse("f", text, "mysql");
    assertThat(mysql.step("a").sql()).isEqualTo("SELECT 2");
    assertThat(mysql.session("s").teardown()).contains("COMMIT");
    assertThat(mysql.permutations()).hasSize(2);
  }

  @ParameterizedTest
  @DisplayName("that is wrong is refused with file, line, column and what was expected")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "''                                             | 1:1: expected setup, teardown or session, found the end of the file",
        "'setup '                                       | 1:7: expected the SQL of the setup, in braces, found the end of the file",
        "'session s'                                    | 1:10: expected setup or step, found the end of the file",
        "'session 1'                                    | 1:9: expected a session's name, found '1'",
        "'session s\nsetup { B } session t'             | 2:13: expected step, found 'session'",
        "'session s\n  step a SELECT'                   | 2:10: expected the SQL of the step, in braces, found 'SELECT'",
        "'session s step a { SELECT 1'                  | 1:18: this SQL block has no end: expected '}'",
        "'session \"s\nstep a { }'                      | 1:9: this name has no end: expected '\"'",
        "'session s step a { } step a { }'              | 1:27: there are two steps called 'a'",
        "'session s step a { } permutation'             | 1:33: expected a step's name, found the end of the file",
        "'session s step a { }\npermutation a b'        | 2:15: there is no step 'b'; there are a",
        "'session s step a { } step b { }\npermutation a(b)' | 2:15: 'a' cannot wait for a step of its own session",
        "'session s step a { } permutation a(*'         | 1:37: expected ',' or ')', found the end of the file",
        "'session s step a { } session t step b { } permutation a(b notices x)' | 1:67: expected a number of notices, found 'x'",
        "'session s step a { } ;'                       | 1:22: ';' begins nothing that a specification may hold",
        "'session s step a { } setup { }'               | 1:22: expected step, teardown, session, permutation or the end, found 'setup'",
        "'session s step a { } session t step b { } permutation a(b notices 99999999999)' | 1:67: '99999999999' is more notices than a session can be counted to receive",
        "'session s step a { } session s step b { }'    | 1:30: there are two sessions called 's'",
        "'#! isolation-levels\n#! off h2\nsession s step a { }' | 2:1: expected '#! bind x = step', '#! on h2, mysql', '#! survives 23505', '#! aborts on 23514' or '#! expect no anomaly at repeatable-read'",
        "'#! isolation-levels\n#! survives x\nsession s step a { }' | 2:1: 'x' is no error: it takes an SQLState as 23505, a vendor's number as 1062, or duplicate-key, deadlock, update-conflict, lock-timeout",
        "'#! isolation-levels\n#! aborts on 23514\nsession s step a { }' | 3:1: expected the step that survives or aborts, found 'session'",
        "'#! isolation-levels\n#! on mysq\nsession s step a { }' | 2:1: there is no engine 'mysq'; there are h2, mysql, mariadb, postgresql",
        "'#! isolation-levels\n#! bind v = aa\nsession s step a { ${v} }' | 2:1: '#! bind v = aa': there is no step 'aa'; there are a",
        "'#! isolation-levels\n#! bind v = a\n#! bind v = b\nsession s step a { } step b { }' | 3:1: 'v' is bound twice",
        "'#! isolation-levels\n#! bind v = a\nsession s step a { } step b { SELECT ${w} }' | 3:29: '${w}' is bound to no step; '#! bind w = step' binds it",
        "'#! isolation-levels\n#! bind v = a\nsession s step a { } step b { SELECT ${v } }' | 3:29: '${' begins no '${name}'",
        "'#! isolation-levels\nsession s step a { } step b { SELECT ${w} }' | 2:29: '${w}' is bound to no step; '#! bind w = step' binds it",
      })
  void wrong(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(SpecException.class)
        .hasMessage("dir/my.spec:" + message);
  }

  @Test
  @DisplayName("says of a step which errors the program knows, and on which engines it is there")
  void errors() {
    Specification spec =
        parse(
            """
            #! isolation-levels
            session s
            #! survives duplicate-key, 1062
            #! on h2
            #! aborts on 23514
            step a { }
            #! on mysql
            #! survives 1062
            step b { }
            step c { }
            """);
    assertThat(spec.session("s").steps())
        .extracting(Step::name, Step::errors)
        .containsExactly(
            tuple("a", new Errors(List.of("duplicate-key", "1062"), List.of("23514"))),
            tuple("c", Errors.NONE));
  }

  @Test
  @DisplayName("binds a name to a step that is there for another engine")
  void boundElsewhere() {
    String text =
        "#! isolation-levels\n#! bind v = a\nsession s\n#! on mysql\nstep a { }\nstep b { ${v} }";
    assertThat(Parser.parse("f", text, "h2").step("b").sql()).isEqualTo("${v}");
    assertThat(Parser.parse("f", text.replace("mysql", "hsqldb"), "hsqldb").sessions()).hasSize(1);
  }

  /// ESC begins the sequences by which a terminal is told to do something.
  @Test
  @DisplayName("never sends a control character to a terminal")
  void controlCharacters() {
    assertThatThrownBy(() -> parse("session s\n\u001b step a { }"))
        .hasMessage("dir/my.spec:2:1: '\\u001b' begins nothing that a specification may hold");
    assertThatThrownBy(() -> parse("session \"a\u0007\" step a { }"))
        .hasMessage("dir/my.spec:1:9: a name may not hold the character \\u0007");
    assertThatThrownBy(() -> parse("session \u202es step a { }"))
        .hasMessage("dir/my.spec:1:9: a name may not hold the character \\u202e");
    assertThatThrownBy(() -> parse("#! isolation-levels\n#! on\u001b[31m h2\nsession s step a { }"))
        .hasMessageStartingWith("dir/my.spec:2:1: ")
        .hasMessageNotContaining("\u001b");
    assertThatThrownBy(() -> Parser.parse("a\u001b.spec", "", "h2"))
        .hasMessageStartingWith("a\\u001b.spec:1:1: ");
  }

  /// Each block was searched from its end to the beginning of the file: minutes for one of these.
  @Test
  @Timeout(20)
  @DisplayName("of ten thousand steps is read in a moment")
  void large() {
    StringBuilder text = new StringBuilder("#! isolation-levels\nsession s\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("step s").append(i).append(" { ").append("x".repeat(1_000)).append(" }\n");
    }
    assertThat(parse(text.toString()).session("s").steps()).hasSize(10_000);
  }
}
