package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Names in code and in a template")
class NamesTest {

  static final List<String> NAMES =
      List.of(
          "",
          "a",
          "fooBar",
          "foo-bar",
          "FooBar",
          "ABC",
          "aBC",
          "isOK",
          "a1B",
          "a-1-b",
          "a_B",
          "has-b-4-b-prop",
          "hasB4BProp",
          "-a",
          "a-",
          "a--b",
          "--a-b",
          "a-é",
          "éA",
          "aÉ",
          "onUpdate:fooBar",
          "$a-b");

  @Test
  @DisplayName("are what Vue makes of them")
  void recorded() throws IOException {
    List<?> answers = Vectors.of("names");
    assertThat(answers).hasSameSizeAs(NAMES);
    for (int i = 0; i < NAMES.size(); i++) {
      String name = NAMES.get(i);
      assertThat(Map.of("camelized", Names.camelize(name), "hyphenated", Names.hyphenate(name)))
          .as(name)
          .isEqualTo(answers.get(i));
    }
  }
}
