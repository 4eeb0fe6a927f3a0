package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.exercise.Exercise;
import workbook.topictest.DefaultLocale;

@Exercise(
    id = "server-rendering/3",
    title = "Fresh, stale, expired",
    hints = {
      "There are two questions: is it fresh, and if not, since how many seconds has it not been?",
      "At the age of `max-age` it is not fresh any more, and has been stale for 0 seconds."
          + " `stale-if-error` counts from there too, and only while the back end fails.",
      "Take the header apart at commas, and each part at `=`, stripped and in lower case. With"
          + " staleFor = age - max-age (0 if there is none): FRESH if it is negative. Let allowed be"
          + " stale-while-revalidate or -1, and, if the back end fails, the larger of that and"
          + " stale-if-error. STALE if staleFor <= allowed, else EXPIRED."
    },
    chinese =
        @Exercise.Chinese(
            title = "新鲜、陈旧、过期",
            hints = {
              "有两个问题：它还新鲜吗？如果不新鲜，已经陈旧了多少秒？",
              "年龄等于 `max-age` 时就不再新鲜，此时陈旧了 0 秒。`stale-if-error` 也从这一刻算起，而且只在后端出错时有效。",
              "按逗号切开首部，每一部分再按 `=` 切开，去掉空白并转为小写。令 staleFor = age - max-age（没有则为 0），为负则是 FRESH。令 allowed 为 stale-while-revalidate，没有则为 -1；后端出错时取它与 stale-if-error 的较大者。staleFor <= allowed 为 STALE，否则为 EXPIRED。"
            }))
@DisplayName("Exercise 3: fresh, stale, expired")
class FreshnessTest {

  /// The headers are those of RFC 5861, sections 3.1 and 4.1: "fresh for 600 seconds, and it may
  /// continue to be served stale for up to an additional 30 seconds"; when a response is fresh is
  /// in RFC 9111, section 4.2: its lifetime is greater than its age.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=600, stale-while-revalidate=30 | 0 | false | FRESH",
        "max-age=600, stale-while-revalidate=30 | 599 | true | FRESH",
        "max-age=600, stale-while-revalidate=30 | 600 | false | STALE",
        "max-age=600, stale-while-revalidate=30 | 630 | false | STALE",
        "max-age=600, stale-while-revalidate=30 | 630 | true | STALE",
        "max-age=600, stale-while-revalidate=30 | 631 | false | EXPIRED",
        "max-age=600, stale-while-revalidate=30 | 631 | true | EXPIRED",
        "max-age=600, stale-if-error=1200 | 700 | false | EXPIRED",
        "max-age=600, stale-if-error=1200 | 700 | true | STALE",
        "max-age=600, stale-if-error=1200 | 1800 | true | STALE",
        "max-age=600, stale-if-error=1200 | 1801 | true | EXPIRED",
        "max-age=600, stale-while-revalidate=30, stale-if-error=60 | 660 | true | STALE",
        "max-age=600, stale-while-revalidate=30, stale-if-error=60 | 661 | true | EXPIRED",
        "stale-if-error=10,stale-while-revalidate=30,max-age=600 | 620 | true | STALE",
        "public, Max-Age=600,Stale-While-Revalidate=30, s-maxage=1 | 610 | false | STALE",
        "max-age=600 ,  stale-while-revalidate=30 | 610 | false | STALE",
        "max-age=600 | 600 | false | EXPIRED",
        "no-transform | 0 | false | EXPIRED",
        "stale-while-revalidate=30 | 30 | false | STALE",
        "max-age=4000000000, stale-while-revalidate=30 | 3999999999 | false | FRESH"
      })
  @DisplayName("as RFC 5861 has it")
  void state(String cacheControl, long age, boolean fails, CacheState expected) {
    assertThat(Freshness.of(cacheControl, age, fails))
        .as("%s, at the age of %d s, back end %s", cacheControl, age, fails ? "fails" : "answers")
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("the names of directives are ASCII, whatever the computer's language")
  void language() {
    try (DefaultLocale _ = DefaultLocale.of("tr")) {
      state("MAX-AGE=600, STALE-IF-ERROR=60", 610, true, CacheState.STALE);
    }
  }
}
