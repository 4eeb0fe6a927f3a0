package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Learning byte pairs")
class BytePairTrainingTest {

  private static final Pattern WHOLE = Pattern.compile("(?s).+");

  @Test
  @DisplayName(
      "aaabdaaabac: Wikipedia's example, and the numbers in the tests of Karpathy's minbpe")
  void wikipedia() {
    // aa is there 4 times (twice within aaa, each), so 256 = aa: Z a b d Z a b a c.
    // Za and ab are there twice. a has the lower number, so 257 = ab: Z Y d Z Y a c.
    // 258 = ZY: X d X a c.
    BytePairs pairs = BytePairTraining.train("aaabdaaabac", 3, WHOLE);
    assertThat(pairs.encode("aaabdaaabac")).containsExactly(258, 100, 258, 97, 99);
    assertThat(pairs.decode(258)).isEqualTo("aaab");
    assertThat(pairs.size()).isEqualTo(259);
  }

  @Test
  @DisplayName("ends where no pair is left that is there twice")
  void ends() {
    assertThat(BytePairTraining.train("abcd", 10, WHOLE).size()).isEqualTo(256);
    // abab: ab twice, then 256 256 once.
    assertThat(BytePairTraining.train("abab", 10, WHOLE).size()).isEqualTo(257);
    assertThat(BytePairTraining.train("", 10, WHOLE).size()).isEqualTo(256);
  }

  @Test
  @DisplayName("joins nothing over the end of a word")
  void words() {
    // The pair y-blank is the most frequent in the text, but GPT-2 cuts before the blank.
    BytePairs pairs = BytePairTraining.train("my my my my x", 1, BytePairs.GPT_2);
    assertThat(pairs.show(256)).isEqualTo("my");
    // Four times my, three of them after a blank.
    assertThat(BytePairTraining.train("my my my my x", 2, BytePairs.GPT_2).show(257))
        .isEqualTo(" my");
  }

  @Test
  @DisplayName("counts a word as often as it is there")
  void counts() {
    // ab: 1, cd: 2 + 1.
    assertThat(BytePairTraining.train("ab cd cd", 1, Pattern.compile("\\w+| ")).show(256))
        .isEqualTo("cd");
  }

  @Test
  @DisplayName("no token is made twice")
  void onlyOnce() {
    // A merge that would join the same bytes another way comes too late: wherever no merge crosses
    // their ends, they have been cut alike, and joined by the first one. BytePairs refuses twins.
    Random random = new Random(6);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int letter = 0; letter < 200; letter++) {
        text.append("aab ".charAt(random.nextInt(4)));
      }
      assertThat(BytePairTraining.train(text.toString(), 30, BytePairs.GPT_2).size())
          .as("seed 6, text %d", i)
          .isGreaterThan(256 + 10);
    }
  }

  @Test
  @DisplayName("what is learned first does not depend on what is learned later")
  void first() {
    String text = Grammar.ENGLISH.sentences(200, 9);
    BytePairs few = BytePairTraining.train(text, 10, BytePairs.GPT_2);
    BytePairs cut = BytePairTraining.train(text, 40, BytePairs.GPT_2).first(266);
    assertThat(cut.size()).isEqualTo(few.size());
    assertThat(cut.encode(text)).isEqualTo(few.encode(text));
    for (int token = 0; token < 266; token++) {
      assertThat(cut.decode(token)).isEqualTo(few.decode(token));
    }
  }

  @Test
  @DisplayName("Chinese: bytes are joined to characters and characters to words")
  void chinese() {
    // 语 E8 AF AD, 言 E8 A8 80, 模 E6 A8 A1, 型 E5 9E 8B. Four characters of three bytes, joined to
    // one token by eleven merges, for every pair is there three times.
    BytePairs pairs = BytePairTraining.train("语言模型 语言模型 语言模型", 20, Pattern.compile("[^ ]+| "));
    assertThat(pairs.encode("语言模型")).hasSize(1);
    assertThat(pairs.size()).isEqualTo(256 + 11);
  }

  @Test
  @DisplayName("joins what a count of all pairs anew would join")
  void countedAnew() {
    Random random = new Random(20261126);
    for (int round = 0; round < 50; round++) {
      String text =
          random.ints(200, 'a', 'd').mapToObj(Character::toString).collect(Collectors.joining());
      BytePairs learned = BytePairTraining.train(text, 12, WHOLE);
      List<String> parts = new ArrayList<>(List.of(text.split("")));
      for (int token = 256; token < learned.size(); token++) {
        String joined = learned.show(token);
        Map<List<String>, Long> counts = pairs(parts);
        long most = Collections.max(counts.values());
        List<List<String>> best =
            counts.keySet().stream()
                .filter(pair -> counts.get(pair) == most)
                .filter(pair -> String.join("", pair).equals(joined))
                .toList();
        assertThat(best).as("text %s, token %s", text, joined).isNotEmpty();
        join(parts, best.getFirst());
      }
    }
  }

  private static Map<List<String>, Long> pairs(List<String> parts) {
    return IntStream.range(1, parts.size())
        .mapToObj(i -> List.copyOf(parts.subList(i - 1, i + 1)))
        .collect(Collectors.groupingBy(pair -> pair, Collectors.counting()));
  }

  private static void join(List<String> parts, List<String> pair) {
    for (int i = 0; i + 1 < parts.size(); i++) {
      if (parts.subList(i, i + 2).equals(pair)) {
        parts.set(i, String.join("", pair));
        parts.remove(i + 1);
      }
    }
  }
}
