package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The filter of languages")
class LanguageFilterTest {

  private final LanguageFilter filter = LanguageFilter.ofWords();

  /// The first article of the Universal Declaration of Human Rights, as the United Nations publish
  /// it in each language, and the beginnings of two novels.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en|All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.
          de|Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.
          zh|人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。
          en|It was the best of times, it was the worst of times, it was the age of wisdom
          de|Jemand mußte Josef K. verleumdet haben, denn ohne daß er etwas Böses getan hätte, wurde er eines Morgens verhaftet.
          """)
  @DisplayName("knows texts that nobody made for it")
  void published(String language, String text) {
    assertThat(filter.language(text)).isEqualTo(language);
  }

  @Test
  @DisplayName("says nothing of what has no letter that it has seen")
  void nothing() {
    assertThat(filter.language("")).isEmpty();
    assertThat(filter.language("123 + 456 = 579")).isEmpty();
    assertThat(filter.language("Όλοι οι άνθρωποι")).isEmpty();
  }
}
