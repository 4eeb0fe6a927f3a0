package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.topictest.Peer;

/// 赵鑫 et al., 《大语言模型》, code 4.4, at
/// [LLMBook-zh](https://github.com/LLMBook-zh/LLMBook-zh.github.io/tree/main/code).
@DisplayName("Where the book's BPE slips")
class BookTest {

  /// The words of algorithm 1 of Sennrich and others (2016).
  private static final Map<String, Integer> WORDS = words();

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new LinkedHashMap<>();
    words.put("low", 5);
    words.put("lower", 2);
    words.put("newest", 6);
    words.put("widest", 3);
    return words;
  }

  /// How one pair is joined in a word, of which a blank stands between any two symbols.
  private interface Join {
    String in(String word, String left, String right);
  }

  /// As in the book: it puts a blank between a text's characters, then cuts at blanks. So a key is
  /// a character, and no longer a word.
  private static Map<String, Integer> cut(Map<String, Integer> words) {
    Map<String, Integer> keys = new LinkedHashMap<>();
    spelled(words)
        .forEach((word, count) -> {
          for (String symbol : word.split(" ")) {
            keys.merge(symbol, count, Integer::sum);
          }
        });
    return keys;
  }

  /// As in the paper: a key is a word, its symbols apart.
  private static Map<String, Integer> spelled(Map<String, Integer> words) {
    Map<String, Integer> keys = new LinkedHashMap<>();
    words.forEach((word, count) -> keys.put(String.join(" ", word.split("")) + " </w>", count));
    return keys;
  }

  private static Map<List<String>, Integer> pairs(Map<String, Integer> keys) {
    Map<List<String>, Integer> pairs = new LinkedHashMap<>();
    keys.forEach((key, count) -> {
      String[] symbols = key.split(" ");
      for (int i = 1; i < symbols.length; i++) {
        pairs.merge(List.of(symbols[i - 1], symbols[i]), count, Integer::sum);
      }
    });
    return pairs;
  }

  /// As in the book, which escapes the pair as for a regular expression, where Python puts `\` in
  /// front of a blank too, and then looks for it as it stands.
  private static String escaped(String word, String left, String right) {
    return word.replace(left + "\\ " + right, left + right);
  }

  /// The same without the escape: it also finds the end of one symbol and the start of another.
  private static String anywhere(String word, String left, String right) {
    return word.replace(left + " " + right, left + right);
  }

  /// As in the paper: whole symbols only.
  private static String whole(String word, String left, String right) {
    String pair = Pattern.quote(left + " " + right);
    return word.replaceAll("(?<!\\S)" + pair + "(?!\\S)", Matcher.quoteReplacement(left + right));
  }

  /// The pairs that are joined, one after the other, the most frequent first. Of equals, the first.
  private static List<String> merges(Map<String, Integer> from, Join join, int merges) {
    Map<String, Integer> keys = from;
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < merges && !pairs(keys).isEmpty(); i++) {
      Map<List<String>, Integer> pairs = pairs(keys);
      int most = Collections.max(pairs.values());
      List<String> best =
          pairs.keySet().stream().filter(pair -> pairs.get(pair) == most).findFirst().orElseThrow();
      Map<String, Integer> next = new LinkedHashMap<>();
      keys.forEach((key, count) -> next.put(join.in(key, best.getFirst(), best.getLast()), count));
      keys = next;
      joined.add(String.join(" ", best));
    }
    return joined;
  }

  /// What the paper's own program (figure 1) prints for these words, run with Python 3.
  private static final List<String> PAPER =
      List.of(
          "e s",
          "es t",
          "est </w>",
          "l o",
          "lo w",
          "n e",
          "ne w",
          "new est</w>",
          "low </w>",
          "w i");

  @Test
  @DisplayName("it cuts words to characters, which have no pairs: of 1000 merges none is made")
  void never() {
    assertThat(cut(WORDS)).containsEntry("e", 17).containsEntry("</w>", 16).hasSize(11);
    assertThat(pairs(cut(WORDS))).isEmpty();
    assertThat(merges(cut(WORDS), BookTest::escaped, 1000)).isEmpty();
    assertThat(merges(spelled(WORDS), BookTest::whole, 10)).isEqualTo(PAPER);
  }

  @Test
  @DisplayName("with words as keys it counts pairs, and joins none: it looks for an escaped blank")
  void escape() {
    assertThat(merges(spelled(WORDS), BookTest::escaped, 4))
        .containsExactly("e s", "e s", "e s", "e s");
    assertThat(escaped("n e w e s t </w>", "e", "s")).isEqualTo("n e w e s t </w>");
    assertThat(whole("n e w e s t </w>", "e", "s")).isEqualTo("n e w es t </w>");
  }

  @Test
  @DisplayName("without the escape it joins the end of one symbol with the start of the next")
  void borders() {
    assertThat(anywhere("ba b a b", "a", "b")).isEqualTo("bab ab");
    assertThat(whole("ba b a b", "a", "b")).isEqualTo("ba b ab");
  }

  /// Bytes have no `</w>`; the first merges inside words are the same.
  @Test
  @DisplayName("the byte pairs of this topic make the paper's merges")
  void here() {
    String text =
        WORDS.entrySet().stream()
            .map(word -> (word.getKey() + " ").repeat(word.getValue()))
            .collect(Collectors.joining());
    BytePairs pairs = BytePairTraining.train(text, 5, Pattern.compile("\\w+| "));
    assertThat(List.of(pairs.show(256), pairs.show(257))).containsExactly("es", "est");
    assertThat(List.of(pairs.show(258), pairs.show(259))).containsExactly("lo", "low");
  }

  @Tag("peers")
  @Test
  @DisplayName("Python escapes a blank, and replaces text as it stands")
  void python() {
    assertThat(
            new Peer("python3", "sudo apt-get install python3")
                .run(
                    "",
                    "-c",
                    "import re; p = re.escape('e s'); print(p, 'n e w e s t'.replace(p, 'es'))"))
        .isEqualTo("e\\ s n e w e s t\n");
  }
}
