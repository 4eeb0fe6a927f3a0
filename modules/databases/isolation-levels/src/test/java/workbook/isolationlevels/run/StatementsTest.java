package workbook.isolationlevels.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
}
