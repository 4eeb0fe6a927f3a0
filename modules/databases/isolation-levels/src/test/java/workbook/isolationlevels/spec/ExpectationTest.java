package workbook.isolationlevels.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.isolationlevels.spec.Expectation.Place;

@DisplayName("A line '#! expect'")
class ExpectationTest {

  private static final String OPENING = "#! isolation-levels\n";

  private static List<Expectation> of(String text) {
    return Expectation.of("my.spec", text);
  }

  @Test
  @DisplayName("says whether which anomaly occurs, at which levels, on which engines")
  void parts() {
    assertThat(
            of(
                OPENING
                    + "  #! expect no anomaly at repeatable-read,serializable on mysql, h2\n"
                    + "#! expect anomaly lost-update at read-committed\n"))
        .containsExactly(
            new Expectation(
                new Place("my.spec", 2, 3),
                false,
                Optional.empty(),
                List.of("repeatable-read", "serializable"),
                List.of("mysql", "h2")),
            new Expectation(
                new Place("my.spec", 3, 1),
                true,
                Optional.of("lost-update"),
                List.of("read-committed"),
                List.of()));
  }

  @Test
  @DisplayName("leaves the rest of the file as it is, also the condition above it")
  void rest() {
    String text =
        OPENING
            + "session s\n#! on mysql\n#! expect no anomaly at serializable\nstep a { 1 }\nstep b { 2 }\n";
    assertThat(Parser.parse("my.spec", text, "h2").session("s").steps())
        .extracting(step -> step.name())
        .containsExactly("b");
    assertThat(of(OPENING + "#! bind x = expect\nsession s step a { #! expect\n }")).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("is refused if it says something else")
  @ValueSource(
      strings = {
        "expect",
        "expect no anomaly",
        "expect some anomaly at serializable",
        "expect no anomaly at",
        "expect no anomaly at serializable on",
        "expect no anomaly at serializable; at read-committed"
      })
  void wrong(String text) {
    assertThatThrownBy(() -> of(OPENING + "#! " + text))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("my.spec:2:1: expected '#! expect no anomaly at ")
        .hasMessageEndingWith("found '#! " + text + "'");
  }

  @Test
  @DisplayName("is refused in a file that does not begin with '#! isolation-levels'")
  void unheard() {
    assertThatThrownBy(() -> of("session s\n\n #! expect no anomaly at serializable"))
        .hasMessage(
            "my.spec:3:1: '#! expect' needs '#! isolation-levels' as the first line of the file");
    assertThat(of("# expect nothing\nsession s step a { }")).isEmpty();
  }
}
