package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The entropy of the language")
class EntropyTest {

  /// The sentences that the grammar made, each with the probability of the grammar's choices, which
  /// can be read off its words: 1/2 for the number of the subject, and so on.
  @Test
  @DisplayName("is the mean surprise of the grammar's own sentences")
  void mean() {
    List<int[]> sentences = Language.sentences(40_000, 11);
    double surprise = 0;
    double words = 0;
    for (int[] sentence : sentences) {
      surprise -= Math.log(probability(sentence));
      words += sentence.length - 1;
    }
    // What is too long never comes: the others share its probability. How much it is, is counted by
    // the share of one kind of sentence, of which the probability is known.
    double shortest =
        sentences.stream().filter(sentence -> sentence.length == 5).count()
            / (double) sentences.size();
    double all = 0.5 * 0.75 * 0.5 / shortest;
    double expected = (surprise + sentences.size() * Math.log(all)) / words;
    assertThat(Entropy.perWord()).isCloseTo(expected, Offset.offset(0.01));
  }

  private static final Map<String, Double> CHANCES = new HashMap<>();

  static {
    // An adjective is one more word before the noun (1/4) and one of three. A noun ends that (3/4),
    // is one of ten, and stands without (1/2) or with (1/2) a clause.
    CHANCES.put("ADJECTIVE", 0.25 / 3);
    CHANCES.put("NOUN", 0.75 / 10);
    CHANCES.put("DOES", 0.5 / 3);
    CHANCES.put("DOES_TO", 1 / 3.0);
  }

  /// The number of each phrase is one of two; each noun is followed by a clause or not.
  private static double probability(int... sentence) {
    double p = 1;
    int main = Language.mainVerb(sentence);
    for (int i = 1; i < sentence.length; i++) {
      Language.Word word = Language.word(sentence[i]);
      p *= CHANCES.getOrDefault(word.kind().name(), 1.0);
      p *= word.kind() == Language.Kind.NOUN ? 0.25 : 1;
      p *= i == main && word.kind() == Language.Kind.DOES_TO ? 0.5 : 1;
    }
    return p;
  }
}
