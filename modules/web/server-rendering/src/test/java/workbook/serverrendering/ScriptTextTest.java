package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import workbook.exercise.Exercise;

@Exercise(
    id = "server-rendering/1",
    title = "Data in a script element",
    hints = {
      "The browser reads HTML first and JSON second. What does the HTML parser look for in a script"
          + " element, and which character does all of it begin with?",
      "`</script>` in any case ends the element, and `<!--` followed by `<script` keeps it from"
          + " ending. References such as `&lt;` are not resolved in a script element. But JSON has"
          + " a second spelling for every character of a string.",
      "In a JSON text `<` stands in strings only. Replace every `<` by the six characters"
          + " \\u003C, with one backslash, and leave everything else as it is."
    },
    chinese =
        @Exercise.Chinese(
            title = "放进 script 元素的数据",
            hints = {
              "浏览器先按 HTML 解析，再按 JSON 解析。在 script 元素里，HTML 解析器要找的是什么？它们都以哪个字符开头？",
              "`</script>` 不论大小写都会结束元素，`<!--` 之后再出现 `<script` 则会让元素无法结束。script 元素里不解析 `&lt;` 这类字符引用。不过 JSON 字符串中的每个字符都有另一种写法。",
              "JSON 文本中的 `<` 只会出现在字符串里。把每一个 `<` 换成 \\u003C 这六个字符（一个反斜杠），其余原样保留。"
            }))
@DisplayName("Exercise 1: data in a script element")
class ScriptTextTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,2.5,true,null,\"b\"]}",
        "\"</script><script>alert(1)</script>\"",
        "\"</SCRIPT >\"",
        "\"<!-- <script>\"",
        "\"a < b && c > d\"",
        "{\"<\":\"<<\"}",
        "\"\\\\</script>\"",
        "\"&lt;/script&gt; %3C/script%3E \\u003C/script>\"",
        "\"\\\"quoted\\\" and 世界\""
      })
  @DisplayName("ends where it is meant to, and says the same")
  void safe(String json) {
    String text = ScriptText.of(json);
    String html = "<script type=\"application/json\">%s</script><p>behind</p>".formatted(text);
    Document document = Jsoup.parse(html);
    assertThat(document.select("script").getFirst().data())
        .as("the text of the script element in %s", html)
        .isEqualTo(text);
    assertThat(document.body().select("p").eachText())
        .as("what stands behind the script element in %s", html)
        .containsExactly("behind");
    assertThat(value(text)).as("the value of %s, for %s", text, json).isEqualTo(value(json));
  }

  private static String value(String json) {
    try {
      return JSON.writeValueAsString(JSON.readTree(json));
    } catch (tools.jackson.core.JacksonException e) {
      return "no JSON: " + e.getOriginalMessage();
    }
  }
}
