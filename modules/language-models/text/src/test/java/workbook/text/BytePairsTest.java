package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Byte pairs")
class BytePairsTest {

  private static final long SEED = 50257;

  /// As OpenAI's tiktoken has it in `tiktoken_ext/openai_public.py`.
  private static final Pattern CL100K =
      Pattern.compile(
          "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}+|\\p{N}{1,3}|"
              + " ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*|\\s*[\\r\\n]|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final String CAPITALS = "\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}";
  private static final String SMALL = "\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}";
  private static final String ENDING = "(?i:'s|'t|'re|'ve|'m|'ll|'d)?";
  private static final Pattern O200K =
      Pattern.compile(
          "[^\\r\\n\\p{L}\\p{N}]?["
              + CAPITALS
              + "]*["
              + SMALL
              + "]+"
              + ENDING
              + "|"
              + "[^\\r\\n\\p{L}\\p{N}]?["
              + CAPITALS
              + "]+["
              + SMALL
              + "]*"
              + ENDING
              + "|"
              + "\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  @ParameterizedTest
  @CsvSource({"R50K_BASE,50256", "CL100K_BASE,100256", "O200K_BASE,199998"})
  @DisplayName("of OpenAI's published vocabularies: the tokens that jtokkit gives")
  void published(EncodingType type, int size) throws IOException {
    Pattern words =
        switch (type) {
          case CL100K_BASE -> CL100K;
          case O200K_BASE -> O200K;
          default -> BytePairs.GPT_2;
        };
    BytePairs ours = new BytePairs(vocabulary(type), words);
    assertThat(ours.size()).isEqualTo(size);
    Encoding theirs = Encodings.newLazyEncodingRegistry().getEncoding(type);
    Random random = new Random(SEED);
    for (int i = 0; i < 1_000; i++) {
      String text = RandomText.valid(random);
      assertThat(ours.encode(text))
          .as("seed %d, string %d: %s", SEED, i, Show.text(text))
          .isEqualTo(theirs.encodeOrdinary(text).toArray());
    }
    String page = "Byte-pair encoding isn't new:\n\n  it's from 1994.\t语言模型在中文里怎样？ 12345 LAMDA’s";
    assertThat(ours.encode(page)).isEqualTo(theirs.encodeOrdinary(page).toArray());
  }

  /// What ships in jtokkit's jar: a line a token, its bytes in Base64 and its number.
  private static List<byte[]> vocabulary(EncodingType type) throws IOException {
    String file = "/com/knuddels/jtokkit/" + type.getName() + ".tiktoken";
    List<byte[]> tokens = new ArrayList<>();
    boolean inOrder = true;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Encoding.class.getResourceAsStream(file), StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] parts = line.split(" ");
        inOrder &= parts[1].equals(String.valueOf(tokens.size()));
        tokens.add(Base64.getDecoder().decode(parts[0]));
      }
    }
    assertThat(inOrder).as("the tokens of %s are numbered from 0", type).isTrue();
    return tokens;
  }

  @Test
  @DisplayName("give every string back, one with half a surrogate pair too, where tiktoken cannot")
  void roundTrip() {
    BytePairs pairs = BytePairTraining.train("语言模型 and 语言 and 模型 \uD83D", 40, BytePairs.GPT_2);
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      String text = RandomText.any(random);
      assertThat(pairs.decode(pairs.encode(text)))
          .as("seed %d, string %d", SEED, i)
          .isEqualTo(text);
    }
  }

  @Test
  @DisplayName("join the pair with the lowest number first, wherever it is")
  void lowestFirst() {
    List<byte[]> tokens = bytes();
    tokens.add("bc".getBytes(StandardCharsets.US_ASCII));
    tokens.add("ab".getBytes(StandardCharsets.US_ASCII));
    BytePairs pairs = new BytePairs(tokens, BytePairs.GPT_2);
    // From the left it would be ab, c. bc was learned first.
    assertThat(pairs.encode("abc")).containsExactly('a', 256);
    assertThat(pairs.encode("abbc")).containsExactly(257, 256);
  }

  @Test
  @DisplayName("are joined as by a search through all parts for the lowest number, again and again")
  void asBySearch() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      // Few letters make pairs that overlap, and long runs of one letter.
      String letters = RandomText.letters(random, 400, 1 + random.nextInt(4));
      BytePairs pairs = BytePairTraining.train(letters, random.nextInt(60), BytePairs.GPT_2);
      String word = RandomText.letters(random, random.nextInt(300), 1 + random.nextInt(4));
      assertThat(pairs.encode(word))
          .as("seed %d, word %d: %s", SEED, i, word)
          .isEqualTo(bySearch(pairs, word));
    }
  }

  /// The rule as it is said: the token with the lowest number first, of two places the left one.
  private static int[] bySearch(BytePairs pairs, String word) {
    Map<String, Integer> numbers = new HashMap<>();
    IntStream.range(0, pairs.size()).forEach(number -> numbers.put(pairs.decode(number), number));
    List<String> parts = new ArrayList<>(List.of(word.split("")));
    parts.removeIf(String::isEmpty);
    while (true) {
      int best = -1;
      int lowest = Integer.MAX_VALUE;
      for (int i = 0; i + 1 < parts.size(); i++) {
        int number = numbers.getOrDefault(parts.get(i) + parts.get(i + 1), Integer.MAX_VALUE);
        if (number < lowest) {
          lowest = number;
          best = i;
        }
      }
      if (best < 0) {
        return parts.stream().mapToInt(numbers::get).toArray();
      }
      parts.set(best, parts.get(best) + parts.remove(best + 1));
    }
  }

  @Test
  @DisplayName("of a word of twice the length take twice the work to encode, not four times")
  void longWords() {
    BytePairs pairs = BytePairTraining.train("a".repeat(1_000), 8, BytePairs.GPT_2);
    // What is looked up is allocated, so what is allocated counts the looks.
    assertThat(bytesToEncode(pairs, 8_000) / bytesToEncode(pairs, 4_000)).isBetween(1.5, 2.5);
    // Of the lengths 2, 4, 8 and so on the longest token has 256 letters.
    assertThat(pairs.encode("a".repeat(16_000)))
        .containsExactly(
            IntStream.concat(IntStream.generate(() -> 263).limit(16_000 / 256), IntStream.of(262))
                .toArray());
  }

  private static double bytesToEncode(BytePairs pairs, int length) {
    String word = "a".repeat(length);
    pairs.encode(word);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    pairs.encode(word);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  @DisplayName("show part of a character in hexadecimal")
  void show() {
    BytePairs pairs = new BytePairs(bytes(), BytePairs.GPT_2);
    assertThat(pairs.show('A')).isEqualTo("A");
    assertThat(pairs.show('\n')).isEqualTo("\\n");
    assertThat(pairs.show(0xE8)).isEqualTo("<E8>");
  }

  @Test
  @DisplayName("refuse a vocabulary without a byte or with a token twice, and numbers of no token")
  void refused() {
    List<byte[]> missing = bytes();
    missing.remove(0x41);
    assertThatThrownBy(() -> new BytePairs(missing, BytePairs.GPT_2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the byte 41 is not a token");
    List<byte[]> twice = bytes();
    twice.add(new byte[] {'A'});
    assertThatThrownBy(() -> new BytePairs(twice, BytePairs.GPT_2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tokens 65 and 256 are the same");
    BytePairs pairs = new BytePairs(bytes(), BytePairs.GPT_2);
    assertThatThrownBy(() -> pairs.decode(256))
        .hasMessage("there is no token 256, they are 0 to 255");
    assertThatThrownBy(() -> pairs.decode(-1))
        .hasMessage("there is no token -1, they are 0 to 255");
  }

  @Test
  @DisplayName("refuse to lose what the pattern of words does not match")
  void gap() {
    BytePairs pairs = new BytePairs(bytes(), Pattern.compile("\\p{L}+"));
    assertThatThrownBy(() -> pairs.encode("ab cd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the pattern of words skips the character ' ' (U+0020) at index 2");
    assertThatThrownBy(() -> pairs.encode("ab!"))
        .hasMessage("the pattern of words skips the character '!' (U+0021) at index 2");
  }

  private static List<byte[]> bytes() {
    List<byte[]> tokens = new ArrayList<>();
    for (int b = 0; b < 256; b++) {
      tokens.add(new byte[] {(byte) b});
    }
    return tokens;
  }
}
