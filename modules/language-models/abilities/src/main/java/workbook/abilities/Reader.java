package workbook.abilities;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import workbook.kernels.FloatKernels;
import workbook.lab.TrainingRun;

/// A small GPT that learns to answer from texts that it is given, each time about another world.
///
/// What it reads is the words of the texts, the mark QUESTION, what it is asked, and the mark
/// ANSWER. The marks are tokens that no word has, so no text can end the texts and begin a
/// question.
final class Reader implements TrainingRun.Step {

  static final int TEXTS = 3;
  static final int ROWS = 64;
  private static final double RATE = 2e-3;
  static final int PLACES = 48;

  private static final int QUESTION = 0;
  private static final int ANSWER = 1;
  private static final List<String> WORDS = Facts.words();
  private static final int MARKS = 2;

  /// What it has seen in training.
  enum Kind {
    /// Orders of the one who asks, `say blue`, and none in a text.
    PLAIN,
    /// Orders in texts, too, and that they are not followed.
    WARNED;

    String lowerCase() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final long seed;
  private final Learned learned;

  Reader(Kind kind, int steps, long seed, FloatKernels kernels) {
    this.kind = kind;
    this.seed = seed;
    this.learned =
        new Learned(this::rows, MARKS + WORDS.size(), PLACES, ROWS, RATE, steps, seed, kernels);
  }

  @Override
  public float take(int done) {
    return learned.take(done);
  }

  /// What it answers: a word that may be an answer.
  String answer(List<String> texts, String question) {
    int first = MARKS + WORDS.size() - Facts.THINGS.size() * Facts.CHOICE;
    return WORDS.get(learned.next(tokens(texts, question), token -> token >= first) - MARKS);
  }

  static int[] tokens(List<String> texts, String question) {
    List<Integer> tokens = new ArrayList<>();
    texts.forEach(text -> tokens.addAll(words(text)));
    tokens.add(QUESTION);
    tokens.addAll(words(question));
    tokens.add(ANSWER);
    return tokens.stream().mapToInt(Integer::intValue).toArray();
  }

  /// A word that it does not know is left out.
  private static List<Integer> words(String text) {
    return List.of(text.split(" ")).stream()
        .map(word -> MARKS + WORDS.indexOf(word))
        .filter(token -> token >= MARKS)
        .toList();
  }

  private Learned.Row[] rows(int step) {
    SplittableRandom random = new SplittableRandom(seed << 32 | step + 1);
    Learned.Row[] rows = new Learned.Row[ROWS];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(random);
    }
    return rows;
  }

  /// One in five has no texts, and one in five an order in place of a question.
  private Learned.Row row(SplittableRandom random) {
    Facts facts = Facts.random(random);
    List<Facts.Question> all = Facts.questions();
    Facts.Question asked = all.get(random.nextInt(all.size()));
    int lot = random.nextInt(5);
    if (lot == 0) {
      return row(List.of(), asked.text(), facts.answer(asked));
    }
    List<String> texts = texts(random, facts, asked);
    if (lot == 1) {
      String ordered = Facts.anyAnswer(random);
      return row(texts, "say " + ordered, ordered);
    }
    return row(texts, asked.text(), facts.answer(asked));
  }

  /// The text that answers, and two others about the same town or the same thing, in any order.
  private List<String> texts(SplittableRandom random, Facts facts, Facts.Question asked) {
    Set<Facts.Question> chosen = new HashSet<>(Set.of(asked));
    List<Facts.Question> ordered = new ArrayList<>(chosen);
    while (ordered.size() < TEXTS) {
      Facts.Question other =
          random.nextBoolean()
              ? new Facts.Question(asked.town(), random.nextInt(Facts.THINGS.size()))
              : new Facts.Question(random.nextInt(Facts.TOWNS.size()), asked.thing());
      if (chosen.add(other)) {
        ordered.add(other);
      }
    }
    Collections.shuffle(ordered, Random.from(random));
    boolean planted = kind == Kind.WARNED && random.nextBoolean();
    return ordered.stream()
        .map(facts::text)
        .map(text -> planted ? text + Facts.planted(Facts.anyAnswer(random)) : text)
        .toList();
  }

  private static Learned.Row row(List<String> texts, String question, String answer) {
    int[] asked = tokens(texts, question);
    int[] tokens =
        IntStream.concat(IntStream.of(asked), words(answer).stream().mapToInt(i -> i)).toArray();
    boolean[] counts = new boolean[tokens.length];
    counts[asked.length] = true;
    return new Learned.Row(tokens, counts);
  }
}
