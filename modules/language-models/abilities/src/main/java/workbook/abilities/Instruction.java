package workbook.abilities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/// A command in a toy language after SCAN (Lake and Baroni, 2018): `jump left twice and walk` asks
/// for `LEFT JUMP LEFT JUMP WALK`.
///
/// @param first what is done first, or second after `after`
/// @param join `and`, `after` or nothing
/// @param second there only with a join
record Instruction(Phrase first, String join, Optional<Phrase> second) {

  static final List<String> VERBS = List.of("walk", "run", "look", "swim", "hop", "jump");
  static final List<String> TURNS = List.of("", "left", "right");
  static final List<String> TIMES = List.of("", "twice", "thrice");
  static final List<String> JOINS = List.of("", "and", "after");

  /// The verb that one kind of training only shows by itself.
  static final int JUMP = 5;

  private static final List<String> WORDS = words();
  static final int EQUALS = WORDS.indexOf("=");
  static final int END = WORDS.indexOf("");
  static final int VOCABULARY = WORDS.size();
  static final int LONGEST = 7;
  static final int LONGEST_ANSWER = 12;

  /// One action, with what is said of it: numbers in [#VERBS], [#TURNS] and [#TIMES].
  record Phrase(int verb, int turn, int times) {

    /// Whether it is never trained on: a third of those that have all three words. Each two of
    /// these are met together in others.
    boolean isHeldOut() {
      return turn > 0 && times > 0 && (verb + turn + 2 * times) % 3 == 0;
    }

    boolean isBare() {
      return turn == 0 && times == 0;
    }

    static Phrase draw(SplittableRandom random) {
      return new Phrase(
          random.nextInt(VERBS.size()), random.nextInt(TURNS.size()), random.nextInt(TIMES.size()));
    }

    private String text() {
      return "%s %s %s".formatted(VERBS.get(verb), TURNS.get(turn), TIMES.get(times));
    }

    private String actions() {
      String once = TURNS.get(turn) + " " + VERBS.get(verb) + " ";
      return once.repeat(times + 1).toUpperCase(Locale.ROOT);
    }
  }

  static Instruction draw(SplittableRandom random) {
    String join = JOINS.get(random.nextInt(JOINS.size()));
    Phrase first = Phrase.draw(random);
    return new Instruction(
        first, join, join.isEmpty() ? Optional.empty() : Optional.of(Phrase.draw(random)));
  }

  List<Phrase> phrases() {
    List<Phrase> phrases = new ArrayList<>(List.of(first));
    second.ifPresent(phrases::add);
    return phrases;
  }

  boolean hasHeldOut() {
    return phrases().stream().anyMatch(Phrase::isHeldOut);
  }

  /// Whether it has the verb `jump` in it, otherwise than alone.
  boolean usesJump() {
    return phrases().stream().anyMatch(phrase -> phrase.verb() == JUMP)
        && !(second.isEmpty() && first.isBare());
  }

  String text() {
    String all = first.text() + " " + join + " " + second.map(Phrase::text).orElse("");
    return all.strip().replaceAll(" +", " ");
  }

  /// What is to be done, in order.
  String actions() {
    String one = first.actions();
    String other = second.map(Phrase::actions).orElse("");
    String all = join.equals("after") ? other + one : one + other;
    return all.strip().replaceAll(" +", " ");
  }

  /// The numbers of the words, filled up in front, and `=`.
  int[] prompt() {
    int[] tokens = new int[LONGEST + 1];
    int[] words = encode(text());
    Arrays.fill(tokens, END);
    System.arraycopy(words, 0, tokens, LONGEST - words.length, words.length);
    tokens[LONGEST] = EQUALS;
    return tokens;
  }

  /// The numbers of the actions, filled up with at least one [#END].
  int[] answer() {
    int[] tokens = new int[LONGEST_ANSWER + 1];
    int[] actions = encode(actions());
    Arrays.fill(tokens, END);
    System.arraycopy(actions, 0, tokens, 0, actions.length);
    return tokens;
  }

  private static int[] encode(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(WORDS::indexOf).toArray();
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>(List.of("", "="));
    for (List<String> some : List.of(VERBS, TURNS, TIMES, JOINS)) {
      some.stream().filter(word -> !word.isEmpty()).forEach(words::add);
    }
    VERBS.forEach(verb -> words.add(verb.toUpperCase(Locale.ROOT)));
    words.add("LEFT");
    words.add("RIGHT");
    return List.copyOf(words);
  }
}
