package workbook.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.text.Grammar;
import workbook.text.Grammar.Rule;

/// The language that all models of this topic read: a grammar, whose tokens are whole words.
/// Nothing in a token says whether it is one or many: that *cats* is many shows in its company
/// only.
///
/// A verb agrees with its subject, which may be many words before it, with nouns of the other
/// number in between: `the cat that the old birds see sleeps .`
final class Language {

  /// Fills rows up to the same length.
  static final int PADDING = 0;

  /// Stands where a word was hidden.
  static final int HIDDEN = 1;

  /// Begins each sentence, as BERT's `[CLS]` does.
  static final int START = 2;

  /// The first token that is a word.
  static final int FIRST_WORD = 3;

  /// The longest sentence, with the token it begins with and the full stop.
  static final int LONGEST = 14;

  static final String STOP = ".";

  static final List<String> NOUNS = words("cat bird hen heron fox dog goat lamb frog mole");
  static final List<String> DOES = words("sleep sing wait");
  static final List<String> DOES_TO = words("see hear know");
  static final List<String> ADJECTIVES = words("old small grey");

  private static final Grammar GRAMMAR =
      new Grammar(
          Map.ofEntries(
              Map.entry("S", List.of(new Rule(.5, "N V .\n"), new Rule(.5, "M W .\n"))),
              // One and many: noun phrase, noun with its adjectives, noun.
              Map.entry("N", phrase("A")),
              Map.entry("M", phrase("B")),
              Map.entry("A", List.of(new Rule(.75, "C"), new Rule(.25, "J A"))),
              Map.entry("B", List.of(new Rule(.75, "D"), new Rule(.25, "J B"))),
              Map.entry("C", alike(NOUNS, "")),
              Map.entry("D", alike(NOUNS, "s")),
              Map.entry("J", alike(ADJECTIVES, "")),
              // What they do, alone and to another.
              Map.entry(
                  "V", List.of(new Rule(.5, "I"), new Rule(.25, "X N"), new Rule(.25, "X M"))),
              Map.entry(
                  "W", List.of(new Rule(.5, "K"), new Rule(.25, "Y N"), new Rule(.25, "Y M"))),
              Map.entry("I", alike(DOES, "s")),
              Map.entry("K", alike(DOES, "")),
              Map.entry("X", alike(DOES_TO, "s")),
              Map.entry("Y", alike(DOES_TO, ""))));

  /// What a word is.
  enum Kind {
    NOUN,
    DOES,
    DOES_TO,
    ADJECTIVE,
    OTHER
  }

  /// @param many whether it is the form for many
  record Word(String text, Kind kind, boolean many) {}

  private static final List<Word> WORDS =
      Stream.of(
              Stream.of("the", "that", STOP).map(text -> new Word(text, Kind.OTHER, false)),
              forms(NOUNS, Kind.NOUN, "", "s"),
              forms(DOES, Kind.DOES, "s", ""),
              forms(DOES_TO, Kind.DOES_TO, "s", ""),
              ADJECTIVES.stream().map(text -> new Word(text, Kind.ADJECTIVE, false)))
          .flatMap(words -> words)
          .toList();

  private static final Map<String, Integer> TOKENS = tokens();

  private Language() {}

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  private static List<Rule> phrase(String noun) {
    return List.of(
        new Rule(.5, "the " + noun),
        new Rule(.25, "the " + noun + " that N X"),
        new Rule(.25, "the " + noun + " that M Y"));
  }

  private static List<Rule> alike(List<String> words, String ending) {
    return words.stream().map(word -> new Rule(1.0 / words.size(), word + ending)).toList();
  }

  private static Stream<Word> forms(List<String> stems, Kind kind, String one, String many) {
    return stems.stream()
        .flatMap(stem ->
            Stream.of(new Word(stem + one, kind, false), new Word(stem + many, kind, true)));
  }

  private static Map<String, Integer> tokens() {
    Map<String, Integer> tokens = new HashMap<>();
    for (Word word : WORDS) {
      tokens.put(word.text(), FIRST_WORD + tokens.size());
    }
    return tokens;
  }

  /// How many tokens there are.
  static int size() {
    return FIRST_WORD + WORDS.size();
  }

  static Word word(int token) {
    return WORDS.get(token - FIRST_WORD);
  }

  /// The same word for many, or for one. Its two forms are neighbours.
  static int otherNumber(int token) {
    return word(token).many() ? token - 1 : token + 1;
  }

  static boolean isVerb(int token) {
    return token >= FIRST_WORD
        && (word(token).kind() == Kind.DOES || word(token).kind() == Kind.DOES_TO);
  }

  static boolean isNoun(int token) {
    return token >= FIRST_WORD && word(token).kind() == Kind.NOUN;
  }

  /// The place of the verb that belongs to the first noun: each `that` before it has a verb of its
  /// own.
  static int mainVerb(int... sentence) {
    int open = 0;
    int that = token("that");
    for (int i = 0; i < sentence.length; i++) {
      if (sentence[i] == that) {
        open++;
      } else if (isVerb(sentence[i]) && open-- == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException(decode(sentence) + " has no main verb");
  }

  /// The tokens of a sentence, [#START] before them.
  ///
  /// @throws IllegalArgumentException for a word that the language does not have
  static int[] encode(String sentence) {
    return Stream.concat(
            Stream.of(START), Arrays.stream(sentence.strip().split("\\s+")).map(Language::token))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int token(String word) {
    Integer token = TOKENS.get(word);
    if (token == null) {
      throw new IllegalArgumentException("there is no word '%s' in this language".formatted(word));
    }
    return token;
  }

  static String decode(int... tokens) {
    return Arrays.stream(tokens).mapToObj(Language::show).collect(Collectors.joining(" "));
  }

  static String show(int token) {
    return switch (token) {
      case PADDING -> "[PAD]";
      case HIDDEN -> "[MASK]";
      case START -> "[CLS]";
      default -> word(token).text();
    };
  }

  /// Sentences that are not too long, in the order in which the grammar makes them.
  static List<int[]> sentences(int count, long seed) {
    List<int[]> sentences = new ArrayList<>();
    // More than half are short enough.
    for (String line : GRAMMAR.sentences(2 * count, seed).split("\n")) {
      int[] tokens = encode(line);
      if (tokens.length <= LONGEST && sentences.size() < count) {
        sentences.add(tokens);
      }
    }
    return sentences;
  }
}
