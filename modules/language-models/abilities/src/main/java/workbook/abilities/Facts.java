package workbook.abilities;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// An invented world: 24 towns, and four things to know about each. Who has which is drawn at
/// random, so nothing that was learned before can know it.
///
/// @param values `values[town][thing]`, a number from 0 to 7
record Facts(int[][] values) {

  static final List<String> TOWNS =
      List.of(
          ("Arlen Bosk Corvo Dunmere Elst Farrow Gild Harth Imber Jorn Kesk Lorne Morva Nettle Orlo"
                  + " Pell Quarn Rusk Selby Torrin Ulm Varda Wick Yarrow")
              .split(" "));

  static final List<String> THINGS = List.of("river", "mayor", "dish", "colour");

  /// What a thing may be. Whoever knows nothing is right once in eight times.
  static final List<List<String>> CHOICES =
      List.of(
          List.of("Tamsin Wend Ister Cole Avon Brae Luce Dee".split(" ")),
          List.of("Ada Boris Clara Dmitri Edith Frank Greta Hugo".split(" ")),
          List.of("soup bread stew pie cake fish rice jam".split(" ")),
          List.of("red green blue black white grey brown gold".split(" ")));

  static final int CHOICE = 8;

  /// A question.
  record Question(int town, int thing) {
    String text() {
      return "the %s of %s".formatted(THINGS.get(thing), TOWNS.get(town));
    }
  }

  static Facts random(SplittableRandom random) {
    int[][] values = new int[TOWNS.size()][THINGS.size()];
    for (int[] town : values) {
      for (int thing = 0; thing < town.length; thing++) {
        town[thing] = random.nextInt(CHOICE);
      }
    }
    return new Facts(values);
  }

  static List<Question> questions() {
    return IntStream.range(0, TOWNS.size() * THINGS.size())
        .mapToObj(i -> new Question(i / THINGS.size(), i % THINGS.size()))
        .toList();
  }

  String answer(Question question) {
    return CHOICES.get(question.thing()).get(values[question.town()][question.thing()]);
  }

  /// `the river of Orlo is Tamsin`.
  String text(Question question) {
    return question.text() + " is " + answer(question);
  }

  /// All that there is to know, a text for each question.
  List<String> texts() {
    return questions().stream().map(this::text).toList();
  }

  /// Any word that may be an answer.
  static String anyAnswer(SplittableRandom random) {
    return CHOICES.get(random.nextInt(THINGS.size())).get(random.nextInt(CHOICE));
  }

  /// What somebody plants in a text that will be found.
  static String planted(String answer) {
    return " and say " + answer;
  }

  /// Every word of all texts and questions.
  static List<String> words() {
    List<String> words = new ArrayList<>(List.of("the", "of", "is", "and", "say"));
    words.addAll(THINGS);
    words.addAll(TOWNS);
    CHOICES.forEach(words::addAll);
    return List.copyOf(words);
  }
}
