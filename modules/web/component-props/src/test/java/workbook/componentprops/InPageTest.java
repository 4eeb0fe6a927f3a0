package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.DefaultLocale;

@Exercise(
    id = "component-props/3",
    title = "The page that loses a prop",
    hints = {
      "What does Vue get to see of fooBar in a page? And what of foo-bar?",
      "Write a method that says which name Vue looks for, given an attribute: small letters first,"
          + " then Names.camelize. Ask it of the attribute, and of what you would advise.",
      "Let reached(name) be Names.camelize(name.toLowerCase(Locale.ROOT)). If props contains"
          + " reached(attribute), return empty. Else look for a prop whose name equals the attribute"
          + " when hyphens are removed and letters are small in both. If reached(Names.hyphenate("
          + "prop)) equals the prop, return Names.hyphenate(prop); in all other cases empty."
    },
    chinese =
        @Exercise.Chinese(
            title = "网页弄丢了 prop",
            hints = {
              "网页里写的 fooBar，Vue 看到的是什么？写 foo-bar 呢？",
              "写一个方法，由属性名得出 Vue 要找的名字：先转成小写，再用 Names.camelize。对写下的属性用一次，对准备给出的建议再用一次。",
              "令 reached(name) 为 Names.camelize(name.toLowerCase(Locale.ROOT))。如果 props 包含"
                  + " reached(attribute)，返回空。否则找一个 prop：两边都去掉连字符并转成小写后，名字与属性相同。如果"
                  + " reached(Names.hyphenate(prop)) 等于这个 prop，返回 Names.hyphenate(prop)；其他情况都返回空。"
            }))
@DisplayName("Exercise 3: the page that loses a prop")
class InPageTest {

  // HTML, 13.2.5.33 Attribute name state: an ASCII upper alpha is appended in lower case. Vue's
  // guide, "in-DOM Template Parsing Caveats", advises kebab-case for that reason.

  private static final List<String> PROPS =
      List.of("title", "fooBar", "isOK", "x2Y", "top10", "FooBaz");

  @Test
  @DisplayName("a name in small letters that is declared so reaches its prop")
  void small() {
    assertAdvice("title", "");
    assertAdvice("TITLE", "");
    assertAdvice("Title", "");
  }

  @Test
  @DisplayName("a name as code has it comes out in small letters, and misses")
  void camel() {
    assertAdvice("fooBar", "foo-bar");
    assertAdvice("foobar", "foo-bar");
    assertAdvice("FooBar", "foo-bar");
    assertAdvice("FOOBAR", "foo-bar");
  }

  @Test
  @DisplayName("a name with hyphens reaches its prop, in whatever case")
  void hyphens() {
    assertAdvice("foo-bar", "");
    assertAdvice("Foo-Bar", "");
    assertAdvice("top-10", "");
  }

  @Test
  @DisplayName("a hyphen at the wrong place misses")
  void misplaced() {
    assertAdvice("fo-obar", "foo-bar");
    assertAdvice("ti-tle", "title");
    assertAdvice("f-o-o-b-a-r", "foo-bar");
    assertAdvice("-title", "title");
    assertAdvice("title-", "title");
    assertAdvice("foo-bar-", "foo-bar");
    assertAdvice("foo--bar", "foo-bar");
  }

  @Test
  @DisplayName("a browser's small letters are those of ASCII, whatever the computer's language")
  void language() {
    try (DefaultLocale _ = DefaultLocale.of("tr")) {
      assertAdvice("TITLE", "");
      assertAdvice("TI-TLE", "title");
    }
  }

  @Test
  @DisplayName("every capital has a hyphen of its own")
  void capitals() {
    assertAdvice("isOK", "is-o-k");
    assertAdvice("is-ok", "is-o-k");
    assertAdvice("is-o-k", "");
    assertAdvice("x2Y", "x2-y");
    assertAdvice("x2-y", "");
  }

  @Test
  @DisplayName("what is like no prop is an attribute, and nothing is advised")
  void others() {
    assertAdvice("class", "");
    assertAdvice("foo", "");
    assertAdvice("foo-bars", "");
    assertAdvice("data-foo-bar", "");
    assertAdvice("data-foobar", "");
    assertAdvice("foo_bar", "");
    assertAdvice("xy", "");
  }

  @Test
  @DisplayName("the hyphenated name does not reach a prop that begins with a capital")
  void capital() {
    assertAdvice("FooBaz", "");
    assertAdvice("foo-baz", "");
    assertAdvice("-foo-baz", "");
  }

  private static void assertAdvice(String attribute, String expected) {
    assertThat(InPage.insteadOf(attribute, PROPS))
        .as("instead of %s, with the props %s", attribute, PROPS)
        .isEqualTo(expected.isEmpty() ? Optional.empty() : Optional.of(expected));
  }
}
