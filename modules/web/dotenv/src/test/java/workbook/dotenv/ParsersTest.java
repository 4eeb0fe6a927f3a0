package workbook.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The two parsers")
class ParsersTest {

  @Test
  @DisplayName("read what Node 20.20.2 and dotenv 18.0.10 read, text for text")
  void recorded() throws IOException {
    Map<String, Map<String, String>> node = Vectors.of("node");
    assertThat(node).hasSizeGreaterThan(90);
    node.forEach((text, values) ->
        assertThat(NodeParser.parse(".env", text).values()).as(text).isEqualTo(values));
    Vectors.of("dotenv")
        .forEach((text, values) ->
            assertThat(DotenvParser.parse(".env", text).values()).as(text).isEqualTo(values));
  }

  @Test
  @DisplayName("say at which line a value stands, behind one of several lines")
  void lines() {
    String text = "# a comment\nA='1\n2'\r\n\nB=3\n";
    assertThat(NodeParser.parse(".env", text).entries())
        .extracting(entry -> entry.place().toString())
        .containsExactly(".env:2", ".env:5");
    assertThat(DotenvParser.parse(".env", text).entries())
        .extracting(entry -> entry.place().toString())
        .containsExactly(".env:2", ".env:5");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "X=1;A=\"abc;B=1 | .env:2: the quote \" is not closed",
        "A='it's'        | .env:1: Node drops what follows the closing quote '",
        "X=1;A: 1;B=2    | .env:2: there is no '=' on this line, and Node 20 makes it part of the next name",
        "X=1;A b=1       | .env:2: 'A b' is no name: a name is letters, digits and _",
        "X=1;A           | .env:2: there is no '=' on this line, and Node skips it",
        "X=1;=2;Y=3      | .env:2: there is no name before '=', and Node 20 reads no further",
        "X=1;#A=2        | .env:2: no line end follows this comment, and Node 20 takes it for a variable",
      })
  @DisplayName("Node's: what has to be mended, and where")
  void nodeProblems(String text, String problem) {
    assertThat(NodeParser.parse(".env", text.replace(';', '\n')).problems())
        .extracting(Problem::toString)
        .containsExactly(problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "X=1;A=\"abc;B=1 | .env:2: the quote \" is not closed",
        "A=\"x\" y       | .env:1: text follows the closing quote \", and dotenv keeps both \"",
        "X=1;A b=1       | .env:2: there is no NAME=value on this line: dotenv skips it",
        "X=1;A           | .env:2: there is no NAME=value on this line: dotenv skips it",
      })
  @DisplayName("npm dotenv's: what has to be mended, and where")
  void dotenvProblems(String text, String problem) {
    assertThat(DotenvParser.parse(".env", text.replace(';', '\n')).problems())
        .extracting(Problem::toString)
        .containsExactly(problem);
  }

  @Test
  @DisplayName("find nothing to mend in a file as it should be")
  void noProblems() {
    String text =
        "# all of it\n\nexport A=1\nB=\"a # b\" # why\nC='1\n2'\nD=`\"x\" 'y'`\nE=\nF= bare # no\n";
    assertThat(NodeParser.parse(".env", text).problems()).isEmpty();
    assertThat(DotenvParser.parse(".env", text).problems()).isEmpty();
    assertThat(NodeParser.parse(".env", text).values())
        .isEqualTo(DotenvParser.parse(".env", text).values())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "A", "1", "B", "a # b", "C", "1\n2", "D", "\"x\" 'y'", "E", "", "F", "bare")));
  }

  @Test
  @DisplayName("are needed: split(\"=\") gives nothing, or too much")
  void split() {
    // b=c== splits into A, b and c: three parts, and not two.
    assertThat(SplitParser.parse("A=b=c==\nB=\"a b\"\nC=a # b"))
        .isEqualTo(Map.of("B", "\"a b\"", "C", "a # b"));
  }
}
