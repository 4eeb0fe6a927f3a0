package workbook.isolationlevels.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A text of SQL")
class StatementsTest {

  @Test
  @DisplayName("is cut at semicolons, and only at those that end a statement")
  void cut() {
    assertThat(Statements.of("SELECT 1; SELECT ';''' AS \"a;b\", `c;d`;\n ;"))
        .containsExactly("SELECT 1", "SELECT ';''' AS \"a;b\", `c;d`");
    assertThat(Statements.of("SELECT 1 -- one; two\n+ 1; /* a; b */ SELECT $x$ ; $x$"))
        .containsExactly("SELECT 1 -- one; two\n+ 1", "/* a; b */ SELECT $x$ ; $x$");
    assertThat(Statements.of(" ; ")).isEmpty();
    assertThat(Statements.of("an 'open text; here")).hasSize(2);
  }

  /// A regular expression with an alternation under a star takes a frame of the stack for each
  /// character.
  @Test
  @DisplayName("is cut however long its strings, comments and names are")
  void length() {
    String x = "x".repeat(100_000);
    for (String piece :
        List.of(
            "'" + x + "'",
            "'" + "''".repeat(50_000) + "'",
            "'" + x,
            "\"" + x + "\"",
            "`" + x + "`",
            "/*" + x + "*/",
            "-- " + x + "\n",
            "$a$" + x + "$a$",
            "$a$" + x,
            "$" + x + "$",
            "(".repeat(100_000))) {
      assertThat(Statements.of("SELECT " + piece + " 1; SELECT 2")).isNotEmpty();
    }
    assertThat(Statements.of("SELECT '" + x + ";'; SELECT 2"))
        .containsExactly("SELECT '" + x + ";'", "SELECT 2");
  }

  /// What is never closed is not looked for again from each of its openings.
  @Test
  @Timeout(20)
  @DisplayName("is cut in a time that grows with its length alone")
  void time() {
    assertThat(Statements.of("/*".repeat(200_000) + ";" + "$a$b".repeat(200_000))).isNotEmpty();
    assertThat(Statements.of("$a1$ $b2$ ".repeat(100_000))).isNotEmpty();
  }
}
