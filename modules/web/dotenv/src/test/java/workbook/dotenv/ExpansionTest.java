package workbook.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.lab.Refusal;

@DisplayName("What $ does")
class ExpansionTest {

  @Test
  @DisplayName("in Vite 8.3.8, text for text")
  void vite() throws IOException {
    Vectors.of("vite")
        .forEach((text, expected) -> {
          Map<String, String> shell = new TreeMap<>(Vectors.SHELL);
          Map<String, String> parsed = NodeParser.parse(".env", text).values();
          if (parsed.containsKey("NODE_ENV")) {
            shell.put("VITE_USER_NODE_ENV", parsed.get("NODE_ENV"));
          }
          Map<String, String> values = new TreeMap<>(Expansion.vite(parsed, shell));
          values.putAll(shell);
          assertThat(values).as(text).isEqualTo(expected);
        });
  }

  @Test
  @DisplayName("in dotenv-expand 1000.0.0 behind dotenv 18.0.10, text for text")
  void dotenvExpand() throws IOException {
    Vectors.of("expand")
        .forEach((text, expected) -> {
          Map<String, String> literals = new LinkedHashMap<>();
          DotenvParser.parse(".env", text)
              .entries()
              .forEach(entry -> literals.put(entry.name(), entry.value()));
          Map<String, String> populated = new TreeMap<>(literals);
          populated.putAll(Vectors.SHELL);
          assertThat(Expansion.dotenv(literals, populated)).as(text).isEqualTo(expected);
        });
  }

  @Test
  @DisplayName("a value that brings another $ each time is refused; Vite does not end on it")
  void endless() {
    Map<String, String> values = new TreeMap<>(Map.of("A", "\\$A", "B", "x$A"));
    assertThatThrownBy(() -> Expansion.vite(values, Map.of()))
        .isInstanceOf(Refusal.class)
        .hasMessage("B never ends: every value put into it brings another $");
  }

  @Test
  @DisplayName("all variables are not copied for each of them")
  void copies() {
    int names = 100;
    Map<String, String> literals = new LinkedHashMap<>();
    for (int i = 0; i < names; i++) {
      literals.put("A" + i, "$B" + i);
    }
    AtomicInteger copies = new AtomicInteger();
    Map<String, String> shell =
        new TreeMap<>(Map.of("B7", "seven")) {
          @Override
          public Set<Map.Entry<String, String>> entrySet() {
            copies.incrementAndGet();
            return super.entrySet();
          }
        };
    assertThat(Expansion.vite(literals, shell)).containsEntry("A7", "seven");
    assertThat(Expansion.dotenv(literals, shell)).containsEntry("A7", "seven");
    assertThat(copies.get()).as("copies of the shell for %d names", names).isLessThan(10);
  }

  @Test
  @DisplayName("a cycle is told with every line on it; a default for itself is none")
  void cycles() {
    assertThat(problems("A=$B\nB=${C}\nC=x${A}y\nD=$A\n"))
        .containsExactly(".env:1: A is defined by itself: A -> B (.env:2) -> C (.env:3) -> A");
    assertThat(problems("A=$A")).containsExactly(".env:1: A is defined by itself: A -> A");
    assertThat(problems("A=${A:-1}\nB=$A\nC=$A$B\nD=\\$D")).isEmpty();
    assertThat(problems("A=${X:-$B}\nB=$A"))
        .containsExactly(".env:1: A is defined by itself: A -> B (.env:2) -> A");
  }

  private static List<String> problems(String text) {
    return Cycles.in(NodeParser.parse(".env", text).entries()).stream()
        .map(Problem::toString)
        .toList();
  }
}
