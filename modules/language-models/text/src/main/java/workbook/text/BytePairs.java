package workbook.text;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Byte-pair encoding: a text is cut into words, a word into bytes, and neighbours are joined as
/// long as what they make is a token; the token with the lowest number first. Every string has
/// bytes, so every string has tokens.
///
/// Rico Sennrich et al., [Neural machine translation of rare words with subword
/// units](https://aclanthology.org/P16-1162/), 2016; on bytes since GPT-2.
public final class BytePairs implements Tokenizer {

  /// How GPT-2 cuts a text: words with the blank before them, numbers, other signs, blanks.
  public static final Pattern GPT_2 =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final List<byte[]> tokens;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Pattern words;
  private final int longest;

  /// A vocabulary that is there already.
  ///
  /// @param tokens the bytes of each token, by its number; each single byte must be one
  /// @param words what a text is cut into; it must match every character
  /// @throws IllegalArgumentException if a byte is missing, or two tokens are the same
  public BytePairs(List<byte[]> tokens, Pattern words) {
    this.tokens = List.copyOf(tokens);
    this.words = words;
    this.longest = tokens.stream().mapToInt(token -> token.length).max().orElse(0);
    for (byte[] token : tokens) {
      Integer before = numbers.put(key(token), numbers.size());
      if (before != null) {
        throw new IllegalArgumentException(
            "the tokens %d and %d are the same".formatted(before, numbers.size()));
      }
    }
    for (int b = 0; b < 256; b++) {
      if (!numbers.containsKey(String.valueOf((char) b))) {
        throw new IllegalArgumentException("the byte %02X is not a token".formatted(b));
      }
    }
  }

  @Override
  public int size() {
    return tokens.size();
  }

  /// The same vocabulary with the tokens from `size` on left out. What training learns first does
  /// not depend on what it learns later, so this is what a shorter training gives.
  public BytePairs first(int size) {
    return new BytePairs(tokens.subList(0, size), words);
  }

  @Override
  public int[] encode(String text) {
    IntStream.Builder found = IntStream.builder();
    Map<String, int[]> known = new HashMap<>(); // Most words come more than once.
    Matcher matcher = words.matcher(text);
    int end = 0;
    while (matcher.find()) {
      requireNoGap(text, end, matcher.start());
      end = matcher.end();
      for (int token : known.computeIfAbsent(matcher.group(), this::encodeWord)) {
        found.add(token);
      }
    }
    requireNoGap(text, end, text.length());
    return found.build().toArray();
  }

  private void requireNoGap(String text, int end, int start) {
    if (start > end) {
      throw new IllegalArgumentException(
          "the pattern of words skips the character %s at index %d"
              .formatted(Show.named(text.codePointAt(end)), end));
    }
  }

  private int[] encodeWord(String word) {
    WordParts parts = new WordParts(key(WideUtf8.encode(word)), numbers, longest);
    parts.join();
    return parts.tokens();
  }

  @Override
  public String decode(int... tokens) {
    WideUtf8.Decoder text = new WideUtf8.Decoder();
    for (int token : tokens) {
      text.bytes(bytes(token));
    }
    return text.toString();
  }

  @Override
  public String show(int token) {
    return Show.bytes(bytes(token));
  }

  private byte[] bytes(int token) {
    if (token < 0 || token >= size()) {
      throw new IllegalArgumentException(
          "there is no token %d, they are 0 to %d".formatted(token, size() - 1));
    }
    return tokens.get(token);
  }

  /// Bytes as a string that can be put together and looked up: one character a byte.
  private static String key(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
